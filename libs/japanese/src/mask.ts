/** What stands in a masked text where personal information stood. */
export const MASK = '●●';

/**
 * The text with each span replaced by `MASK`. Spans are UTF-16 offsets; overlapping or touching spans become one mask,
 * spans outside the text are ignored, order does not matter.
 */
export function maskPersonalInformation(text: string, spans: readonly { start: number; end: number }[]): string {
  const ordered = spans
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  let masked = '';
  let at = 0;
  let open = false;
  for (const { start, end } of ordered) {
    if (end <= at) continue;
    if (start > at || !open) masked += text.slice(at, Math.max(at, start)) + MASK;
    at = end;
    open = true;
  }
  return masked + text.slice(at);
}
