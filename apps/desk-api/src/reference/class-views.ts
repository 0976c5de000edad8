import type { ClassView } from '@kotae/contracts';
import { OPINION_CLASSES, classWordsOf, type CityClasses } from '@kotae/kernel';

/** The six classes as the city calls them, with its finer ones. */
export function classViews(classes: CityClasses | undefined): ClassView[] {
  const words = classWordsOf(classes);
  return OPINION_CLASSES.map((code) => ({
    code,
    name: words[code].name,
    rule: words[code].rule,
    finer: (classes?.finer ?? [])
      .filter((finer) => finer.class === code)
      .map(({ code: finerCode, name, active }) => ({ code: finerCode, name, active })),
  }));
}
