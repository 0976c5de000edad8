/** Which number was clicked: the indicator's own value, one year's, one month's (`YYYY-MM`). */
export interface Behind {
  readonly fiscalYear: number;
  readonly scope: 'value' | 'year' | 'month';
  readonly month: string | null;
}

/** The question as the API and the address of the page take it. */
export function behindQuery(behind: Behind): Record<string, string | number | null> {
  return {
    fiscalYear: behind.fiscalYear,
    scope: behind.scope === 'month' ? null : behind.scope,
    month: behind.scope === 'month' ? behind.month : null,
  };
}

export function behindHref(indicatorId: string, behind: Behind): string {
  return `/indicators/${indicatorId}/opinions?${searchOf(behind)}`;
}

/** The same list as a file of the API. */
export function fileHref(indicatorId: string, behind: Behind): string {
  return `/indicators/${indicatorId}/opinions.csv?${searchOf(behind)}`;
}

function searchOf(behind: Behind): string {
  const pairs = Object.entries(behindQuery(behind)).flatMap(([key, value]) =>
    value === null ? [] : [[key, String(value)]],
  );
  return new URLSearchParams(pairs).toString();
}

export function behindOf(params: URLSearchParams, fallbackYear: number): Behind {
  const year = Number(params.get('fiscalYear'));
  const fiscalYear = Number.isInteger(year) && year > 1900 ? year : fallbackYear;
  const month = params.get('month');
  if (month && /^\d{4}-\d{2}$/.test(month)) return { fiscalYear, scope: 'month', month };
  return { fiscalYear, scope: params.get('scope') === 'year' ? 'year' : 'value', month: null };
}
