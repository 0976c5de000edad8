import { asOwner } from '../start/owner-connection';
import { runChecks } from './checks';

/** `kotae verify`: recounts everything; exit code 1 when something does not add up. */
export async function verifyCommand(): Promise<void> {
  const checks = await asOwner(({ source }) => source.transaction('REPEATABLE READ', (tx) => runChecks(tx)));
  for (const { name, problems } of checks) {
    console.log(`  ${problems.length === 0 ? '✓' : '✗'} ${name}`);
    for (const problem of problems) console.log(`      ${problem}`);
  }
  const bad = checks.filter(({ problems }) => problems.length > 0).length;
  console.log(
    bad === 0 ? '\nすべて合っています。 / Everything adds up.' : `\n${bad} 項目が合いません。 / ${bad} checks failed.`,
  );
  if (bad > 0) process.exitCode = 1;
}
