import { createContext, use, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from '@kotae/ui';

/** Something that happened, said once; with a way back where there is one. */
export interface Announcement {
  readonly text: string;
  readonly link?: { readonly href: string; readonly label: string };
  /** A way back that does something; pressing it puts the slip away. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Only for screen readers: what a sighted person sees happen anyway. */
  readonly quiet?: boolean;
}

type Announce = (announcement: Announcement) => void;
const AnnounceContext = createContext<Announce>(() => undefined);

export function useAnnounce(): Announce {
  return use(AnnounceContext);
}

/** One polite live region for the whole page, and a slip of paper in the corner that stays until it is put away. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<(Announcement & { n: number }) | null>(null);
  const announce = useMemo<Announce>(() => {
    let n = 0;
    return (announcement) => {
      n += 1;
      setSaid({ ...announcement, n });
    };
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className={said && !said.quiet ? 'd-slip' : 'k-visually-hidden'}>
        <div role="status">{said && <span key={said.n}>{said.text}</span>}</div>
        {said && !said.quiet && (
          <>
            {said.link && <Link href={said.link.href}>{said.link.label}</Link>}
            {said.action && (
              <button
                type="button"
                onClick={() => {
                  setSaid(null);
                  said.action?.run();
                }}
              >
                {said.action.label}
              </button>
            )}
            <button type="button" className="d-slip__close" onClick={() => setSaid(null)}>
              閉じる
            </button>
          </>
        )}
      </div>
    </AnnounceContext>
  );
}
