/** Whether a place in a text overlaps one of these spans, however many there are. */
export function overlapping(
  length: number,
  spans: readonly { readonly start: number; readonly end: number }[],
): (start: number, end: number) => boolean {
  const taken = new Uint8Array(length);
  for (const { start, end } of spans) taken.fill(1, start, end);
  return (start, end) => taken.subarray(start, end).includes(1);
}
