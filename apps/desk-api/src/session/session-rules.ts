/** How long a session lives: at most half a day, and two hours without a request. In milliseconds. */
export const SESSION_LIFE_MS = 12 * 60 * 60 * 1000;
export const SESSION_IDLE_MS = 2 * 60 * 60 * 1000;

/** `last_seen_at` is written at most this often, so that reading does not mean writing. */
export const TOUCH_EVERY_MS = 60 * 1000;

/** Name of the cookie; `__Host-` binds it to this host and to https. */
export function cookieName(https: boolean): string {
  return https ? '__Host-kotae' : 'kotae_desk';
}
