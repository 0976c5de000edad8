import { createContext, use, useEffect } from 'react';

/** Count in front of every title, so that the browser's tab tells it: 「(12) 受信箱」. */
export const UnhandledContext = createContext<number | null>(null);

/** The tab's title while a screen stands. */
export function usePageTitle(title: string): void {
  const unhandled = use(UnhandledContext);
  useEffect(() => {
    document.title = `${unhandled ? `(${unhandled}) ` : ''}${title}｜Kotae`;
  }, [title, unhandled]);
}
