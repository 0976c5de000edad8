/** What was seen in one interval of the soak. */
export interface SoakSample {
  readonly second: number;
  /** Letters answered with 201, a second. */
  readonly accepted: number;
  readonly failed: number;
  readonly acceptP95Ms: number;
  readonly readP95Ms: number;
  readonly lagSeconds: number;
  readonly portalMiB: number;
  readonly deskMiB: number;
  readonly workerMiB: number;
}

interface Line {
  readonly of: keyof SoakSample;
  readonly name: string;
  readonly colour: string;
  readonly dash?: string;
}

const CHARTS: readonly { readonly title: string; readonly lines: readonly Line[] }[] = [
  { title: 'Letters accepted a second', lines: [{ of: 'accepted', name: 'accepted', colour: '#0017c1' }] },
  {
    title: 'p95 latency, ms (from the moment a request was due)',
    lines: [
      { of: 'acceptP95Ms', name: 'send a letter', colour: '#0017c1' },
      { of: 'readP95Ms', name: 'desk inbox', colour: '#b15a00', dash: '6 3' },
    ],
  },
  {
    title: 'Lag of the worker, seconds',
    lines: [{ of: 'lagSeconds', name: 'oldest waiting reaction', colour: '#0017c1' }],
  },
  {
    title: 'Resident memory, MiB',
    lines: [
      { of: 'portalMiB', name: 'portal', colour: '#0017c1' },
      { of: 'deskMiB', name: 'desk', colour: '#b15a00', dash: '6 3' },
      { of: 'workerMiB', name: 'worker', colour: '#197a4b', dash: '2 3' },
    ],
  },
];

const WIDTH = 860;
const HEIGHT = 170;
const PLOT = { left: 56, right: 130, top: 34, bottom: 26 };

/** The soak as one picture: four charts over the same minutes, every axis from zero. */
export function soakPicture(samples: readonly SoakSample[], rate: number): string {
  const last = samples.at(-1)?.second ?? 1;
  const charts = CHARTS.map(({ title, lines }, row) => {
    const most = Math.max(1, ...lines.flatMap(({ of }) => samples.map((sample) => sample[of])));
    const top = niceTop(most);
    const x = (second: number) => PLOT.left + (second / last) * (WIDTH - PLOT.left - PLOT.right);
    const y = (value: number) => HEIGHT - PLOT.bottom - (value / top) * (HEIGHT - PLOT.top - PLOT.bottom);
    const grid = [0, 0.5, 1].map(
      (share) =>
        `<path d="M${PLOT.left} ${y(top * share)}H${WIDTH - PLOT.right}" stroke="#ccc"/><text x="${PLOT.left - 6}" y="${y(top * share) + 4}" text-anchor="end">${+(top * share).toPrecision(3)}</text>`,
    );
    const minutes = [0, 0.25, 0.5, 0.75, 1].map(
      (share) =>
        `<text x="${x(last * share)}" y="${HEIGHT - 8}" text-anchor="middle">${+((last * share) / 60).toFixed(1)} min</text>`,
    );
    const drawn = spread(lines.map(({ of }) => y(samples.at(-1)?.[of] ?? 0))).map((labelY, i) => {
      const { of, name, colour, dash } = lines[i]!;
      const path = samples
        .map((s, n) => `${n === 0 ? 'M' : 'L'}${x(s.second).toFixed(1)} ${y(s[of]).toFixed(1)}`)
        .join('');
      return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.5"${dash ? ` stroke-dasharray="${dash}"` : ''}/><text x="${WIDTH - PLOT.right + 6}" y="${labelY + 4}" fill="${colour}">${name}</text>`;
    });
    return `<g transform="translate(0 ${row * HEIGHT})"><text x="${PLOT.left}" y="20" font-weight="bold">${title}</text>${[...grid, ...minutes, ...drawn].join('')}</g>`;
  });
  const height = CHARTS.length * HEIGHT;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="Soak at ${rate} letters a second: accepted letters, latency, lag and memory over time"><rect width="${WIDTH}" height="${height}" fill="#fff"/>${charts.join('')}</svg>\n`;
}

/** The next of 1, 2, 5, 10 … at or above a value. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= value)!;
}

/** Labels at the ends of lines, moved apart where they would cover each other; in the order given. */
function spread(wanted: readonly number[]): number[] {
  const GAP = 15;
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = [...wanted];
  for (let n = 1; n < order.length; n++) {
    const above = placed[order[n - 1]!]!;
    placed[order[n]!] = Math.max(placed[order[n]!]!, above + GAP);
  }
  return placed;
}
