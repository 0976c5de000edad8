import { useNavigate } from 'react-router';
import { homeOf } from '../shared/inbox-views';
import { useKeys } from '../shared/keys';
import { useMay, useMe } from '../shared/session';

/** Keys that work on every screen. */
export function ShellKeys({ onHelp }: { onHelp: () => void }) {
  const navigate = useNavigate();
  const home = homeOf(useMe().role);
  const mayRead = useMay('inbox.read');
  useKeys('全体', [
    { keys: ['?'], label: 'すべてのキー', bar: true, run: onHelp },
    ...(mayRead ? [{ keys: ['i'], label: '受信箱へ', run: () => void navigate(home) }] : []),
  ]);
  return null;
}
