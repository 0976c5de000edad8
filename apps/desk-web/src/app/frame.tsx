import { LinkProvider } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { SignInScreen } from '../features/session/sign-in-screen';
import { Announcer } from '../shared/announcer';
import { Refused, Waiting } from '../shared/loaded';
import { DeskLink } from '../shared/router-link';
import { MeContext, meQuery } from '../shared/session';
import { Shell } from './shell';

/** Outside of every screen: nobody is signed in, or someone is. */
export function Frame() {
  const me = useQuery(meQuery);
  return (
    <LinkProvider component={DeskLink}>
      <Announcer>
        {me.data ? (
          <MeContext value={me.data}>
            <Shell />
          </MeContext>
        ) : (
          <main className="k-desk d-alone" id="main">
            {me.data === null ? (
              <SignInScreen />
            ) : me.error ? (
              <Refused error={me.error} onRetry={() => void me.refetch()} />
            ) : (
              <Waiting label="準備しています" />
            )}
          </main>
        )}
      </Announcer>
    </LinkProvider>
  );
}
