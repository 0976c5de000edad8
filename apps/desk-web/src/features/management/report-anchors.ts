/** Place of an indicator in the report's page. */
export function indicatorAnchor(id: string): string {
  return `indicator-${id}`;
}
