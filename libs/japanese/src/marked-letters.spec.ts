import { findPersonalInformation } from './index';
import { LETTERS_WITHOUT, LETTERS_WITH_PERSONAL_INFORMATION } from './testing/marked-letters';
import { MORE_LETTERS_WITHOUT, MORE_LETTERS_WITH_PERSONAL_INFORMATION } from './testing/marked-letters-more';
import { readMarked } from './testing/read-marked';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** True when two spans overlap by half (intersection over union). */
function same(a: Place, b: Place): boolean {
  const inside = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return inside > 0 && inside / (Math.max(a.end, b.end) - Math.min(a.start, b.start)) >= 0.5;
}

describe('letters as an inbox holds them', () => {
  const letters = [...LETTERS_WITH_PERSONAL_INFORMATION, ...LETTERS_WITHOUT].map(readMarked);
  const judged = letters.map(({ body, spans }) => ({ spans, found: findPersonalInformation(body) }));

  it('hold 250 letters and more, about half of them without personal information', () => {
    expect(letters.length).toBeGreaterThanOrEqual(250);
    expect(letters.filter(({ spans }) => spans.length === 0).length).toBeGreaterThanOrEqual(120);
  });

  it('are found out nearly always', () => {
    const wanted = judged.flatMap(({ spans, found }) => spans.map((span) => found.some((other) => same(span, other))));
    expect(wanted.filter(Boolean).length / wanted.length).toBeGreaterThanOrEqual(0.95);
  });

  it('seldom give a find that is none', () => {
    const finds = judged.flatMap(({ spans, found }) => found.map((span) => spans.some((other) => same(span, other))));
    expect(finds.filter(Boolean).length / finds.length).toBeGreaterThanOrEqual(0.95);
  });
});

describe('letters written to be hard', () => {
  const found = (body: string): string[] => findPersonalInformation(body).map(({ text }) => text);

  it.each([...MORE_LETTERS_WITH_PERSONAL_INFORMATION])('%j', (marked) => {
    const { body, spans } = readMarked(marked);
    const finds = findPersonalInformation(body);
    expect(spans.filter((span) => !finds.some((other) => same(span, other))).map(({ text }) => text)).toEqual([]);
    expect(finds.filter((span) => !spans.some((other) => same(span, other))).map(({ text }) => text)).toEqual([]);
  });

  it.each([...MORE_LETTERS_WITHOUT])('nobody can be known: %j', (body) => expect(found(body)).toEqual([]));
});
