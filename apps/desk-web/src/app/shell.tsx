import { DeskShell } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { AccountMenu } from '../features/session/account-menu';
import { SignInAgain } from '../features/session/sign-in-again';
import { Loaded } from '../shared/loaded';
import { UnhandledContext } from '../shared/page-title';
import { ReferenceContext, referenceQuery } from '../shared/reference';
import { useMe } from '../shared/session';
import { HelpDialog } from './help-dialog';
import { KeyBar } from './key-bar';
import { useLiveCounts } from './live-counts';
import { navOf } from './nav';
import { useRouteFocus } from './route-focus';
import { ShellKeys } from './shell-keys';

/** The frame of the day's work: places and counts at the left, the screen in the middle, its keys at the bottom. */
export function Shell() {
  const me = useMe();
  const reference = useQuery(referenceQuery);
  const counts = useLiveCounts(me.permissions.includes('inbox.read'));
  const [help, setHelp] = useState(false);
  const { pathname } = useLocation();
  useRouteFocus();
  return (
    <UnhandledContext value={counts?.untriaged ?? null}>
      <DeskShell
        organisation={reference.data?.city.name ?? ''}
        service="市民の声"
        homeHref="/"
        nav={navOf(me, counts, pathname)}
        tools={<AccountMenu me={me} onHelp={() => setHelp(true)} />}
        keys={<KeyBar />}
      >
        <ShellKeys onHelp={() => setHelp(true)} />
        <Loaded query={reference} label="準備しています">
          {(data) => (
            <ReferenceContext value={data}>
              <Outlet />
            </ReferenceContext>
          )}
        </Loaded>
      </DeskShell>
      <HelpDialog open={help} onClose={() => setHelp(false)} />
      <SignInAgain me={me} />
    </UnhandledContext>
  );
}
