export default async function teardown() {
  await globalThis.kotaeTestPostgres?.stop();
}
