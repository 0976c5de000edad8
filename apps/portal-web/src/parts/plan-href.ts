/** Each plan has an address of its own; `/plan` alone leads to the first. */
export function planHref(planId: string): string {
  return `/plan?plan=${encodeURIComponent(planId)}`;
}
