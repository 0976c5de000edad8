import 'reflect-metadata';
import { pino } from 'pino';
import type { InboxDesk } from '../inbox/inbox-desk';
import type { SessionKeeper } from '../session/session-keeper';
import type { ChangeListener } from './change-listener';
import { LiveCounts } from './live-counts';

describe('a change that another program made', () => {
  it('makes the counts known so far old, also while no page is open', () => {
    let change = (): void => undefined;
    let changed = 0;
    const live = new LiveCounts(
      {
        onChange: (hear: () => void) => {
          change = hear;
          return () => undefined;
        },
      } as Partial<ChangeListener> as ChangeListener,
      { changed: () => void changed++ } as Partial<InboxDesk> as InboxDesk,
      {} as SessionKeeper,
      pino({ enabled: false }),
    );
    change();
    expect(changed).toBe(1);
    live.onApplicationShutdown();
  });
});
