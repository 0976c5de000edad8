import type { ClassView, Reference } from '@kotae/contracts';
import { OPINION_SUBTYPE_LABELS } from '@kotae/kernel';
import type { OpinionClass, OpinionSubtype } from '@kotae/kernel';
import { useReference } from './reference';

/** The classes as this city calls them. */
export interface ClassNames {
  name: (code: OpinionClass) => string;
  /** The city's rule of thumb. */
  rule: (code: OpinionClass) => string;
  /** 細分類 that may be chosen under a class; one that was chosen before stays among them. */
  finer: (code: OpinionClass, chosen?: string | null) => ClassView['finer'];
  /** 事務改善要望（提案型）・街路灯. */
  words: (code: OpinionClass, subtype?: OpinionSubtype | null, finerClass?: string | null) => string;
}

export function classNames({ classes }: Pick<Reference, 'classes'>): ClassNames {
  const of = (code: OpinionClass) => classes.find((one) => one.code === code);
  const name = (code: OpinionClass) => of(code)?.name ?? code;
  return {
    name,
    rule: (code) => of(code)?.rule ?? '',
    finer: (code, chosen = null) => (of(code)?.finer ?? []).filter((one) => one.active || one.code === chosen),
    words: (code, subtype = null, finerClass = null) => {
      const label = name(code);
      const typed =
        subtype && code === 'operations_improvement' ? `${label}（${OPINION_SUBTYPE_LABELS[subtype]}）` : label;
      const finer = of(code)?.finer.find((one) => one.code === finerClass);
      return finer ? `${typed}・${finer.name}` : typed;
    },
  };
}

export function useClassNames(): ClassNames {
  return classNames(useReference());
}
