/** Where progress is shown. Tests pass their own. */
export interface Screen {
  write(text: string): void;
  /** True when a line can be written over. */
  readonly live: boolean;
}

export const terminal: Screen = {
  write: (text) => process.stdout.write(text),
  get live() {
    return process.stdout.isTTY === true;
  },
};

/** Does one thing and shows how long it takes; `detail` may add a few words while it goes on. */
export async function step<T>(
  screen: Screen,
  label: string,
  work: (detail: (words: string) => void) => Promise<T>,
): Promise<T> {
  const started = performance.now();
  let words = '';
  const line = (mark: string) =>
    `  ${mark} ${label} ${((performance.now() - started) / 1000).toFixed(1)} 秒${words === '' ? '' : `（${words}）`}`;
  const show = () => screen.write(`\r${line('…')}\u001b[K`);
  const timer = screen.live ? setInterval(show, 250) : null;
  const end = (mark: string) => {
    if (timer !== null) clearInterval(timer);
    screen.write(screen.live ? `\r${line(mark)}\u001b[K\n` : `${line(mark)}\n`);
  };
  try {
    const result = await work((text) => (words = text));
    end('✓');
    return result;
  } catch (error) {
    end('✗');
    throw error;
  }
}
