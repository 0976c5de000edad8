import { Navigate } from 'react-router';
import { homeOf } from '../shared/inbox-views';
import { useMe } from '../shared/session';

/** Each role begins where its day begins. */
export function HomeRedirect() {
  return <Navigate to={homeOf(useMe().role)} replace />;
}
