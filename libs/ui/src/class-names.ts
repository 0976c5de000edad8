/** Joins class names, leaving out what is false or empty. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name): name is string => Boolean(name)).join(' ');
}
