import { useReference } from '../../shared/reference';
import type { Names } from './accuracy-words';

/** Classes, topics and sections as the city calls them; the code where it does not know it any more. */
export function useNames(): Names & { readonly sectionOf: (id: string) => string } {
  const { classes, topics, sections } = useReference();
  return {
    classOf: (code) => classes.find((one) => one.code === code)?.name ?? code,
    sectionOf: (id) => sections.find((one) => one.id === id)?.name ?? id,
    topicOf: (code) => topics.find((one) => one.code === code)?.name ?? code,
  };
}
