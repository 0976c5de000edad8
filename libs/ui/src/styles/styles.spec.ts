import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const folder = import.meta.dirname;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
const css = (name: string) => readFileSync(join(folder, name), 'utf8');
const published = readFileSync(
  createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens/dist/tokens.css'),
  'utf8',
);

const values = new Map(
  [...`${published}${css('tokens.css')}`.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [
    match[1],
    match[2]?.trim(),
  ]),
);

function colour(name: string): string {
  const value = values.get(name);
  if (value === undefined) throw new Error(`no token ${name}`);
  const inner = value.match(/^var\((--[\w-]+)\)$/)?.[1];
  return inner ? colour(inner) : value;
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(colour(a)), luminance(colour(b))].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2: 1.4.3 text 4.5, 1.4.11 what shows a control or a state 3. */
it.each([
  ['--k-ink', '--k-paper', 7],
  ['--k-ink', '--k-accent-soft', 7],
  ['--k-ink-soft', '--k-paper', 7],
  ['--k-ink-soft', '--k-paper-soft', 7],
  ['--k-ink-faint', '--color-neutral-solid-gray-100', 4.5],
  ['--k-accent', '--k-paper', 7],
  ['--k-accent-strong', '--k-accent-soft', 7],
  ['--k-accent-strong', '--k-accent-pale', 7],
  ['--k-danger', '--k-paper', 4.5],
  ['--k-danger-deep', '--k-danger-soft', 4.5],
  ['--k-danger', '--k-danger-soft', 4.5],
  ['--k-warning-deep', '--k-warning-soft', 4.5],
  ['--k-warning-deep', '--k-paper', 4.5],
  ['--k-success-deep', '--k-success-soft', 4.5],
  ['--k-line', '--k-paper', 3],
  ['--k-warning', '--k-warning-soft', 3],
  ['--k-focus', '--k-paper', 3],
  ['--k-focus', '--k-focus-halo', 3],
  ['--k-focus-halo', '--k-accent', 3],
] as const)('%s on %s has contrast of at least %d', (front, back, least) => {
  expect(contrast(front, back)).toBeGreaterThanOrEqual(least);
});

it('uses only tokens that exist', () => {
  for (const file of files) {
    const text = css(file);
    const own = new Set([...text.matchAll(/(--[\w-]+):/g)].map((match) => match[1]));
    for (const [, name] of text.matchAll(/var\((--[\w-]+)/g)) {
      expect(`${file} ${name} ${values.has(name) || own.has(name)}`).toBe(`${file} ${name} true`);
    }
  }
});

it('loads nothing but our own files and the two packages', () => {
  for (const file of files) {
    expect(css(file)).not.toMatch(/url\(|https?:|data:/);
    for (const [, target] of css(file).matchAll(/@import '([^']+)'/g)) {
      expect(target).toMatch(
        /^(\.\/[\w/-]+\.css|@digital-go-jp\/design-tokens\/.+|@fontsource-variable\/noto-sans-jp\/.+)$/,
      );
    }
  }
});
