/** First thing in the page: past the header to `<main id="main" tabIndex={-1}>`. */
export function SkipLink({ target = 'main', children = '本文へ進む' }: { target?: string; children?: string }) {
  return (
    <a className="k-skip-link" href={`#${target}`}>
      {children}
    </a>
  );
}
