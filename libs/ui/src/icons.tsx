import type { ReactNode } from 'react';

export type IconName =
  | 'alert'
  | 'arrow'
  | 'check'
  | 'chevron'
  | 'chevron-down'
  | 'chevron-left'
  | 'close'
  | 'error'
  | 'external'
  | 'info'
  | 'pen'
  | 'search'
  | 'speech';

const SHAPES: Record<IconName, ReactNode> = {
  alert: (
    <>
      <path d="M12 3.2 22 20.5H2Z" />
      <path d="M12 10v5M12 17.2v.9" />
    </>
  ),
  arrow: <path d="M4 12h15m-6-6 6 6-6 6" />,
  check: <path d="m4.5 12.5 5 5 10-11" />,
  chevron: <path d="m9 5 7 7-7 7" />,
  'chevron-down': <path d="m5 9 7 7 7-7" />,
  'chevron-left': <path d="m15 5-7 7 7 7" />,
  close: <path d="m5.5 5.5 13 13m0-13-13 13" />,
  error: (
    <>
      <path d="M8 2.8h8L21.2 8v8L16 21.2H8L2.8 16V8Z" />
      <path d="M12 7v6M12 15.8v.9" />
    </>
  ),
  external: <path d="M13 4h7v7m0-7-9 9M10 5H4v15h15v-6" />,
  info: (
    <>
      <circle cx="12" cy="12" r="9.5" />
      <path d="M12 11v6M12 7.2v.9" />
    </>
  ),
  pen: <path d="m4 20 1.2-4.8L16.5 3.9l3.6 3.6L8.8 18.8Zm10-13.6 3.6 3.6" />,
  speech: <path d="M3 4h18v12.5h-9L6.5 21v-4.5H3ZM7.5 8.5h9m-9 4h6" />,
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="m15.5 15.5 5 5" />
    </>
  ),
};

/** A decorative line icon, 1 em; the words beside it carry the meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="k-icon"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[name]}
    </svg>
  );
}
