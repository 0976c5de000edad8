import { PROPOSAL_CLASSES, fiscalYearOf, today, type DayString } from '@kotae/kernel';
import type { IndicatorDeps } from './ports';

/**
 * The one living number of the front page: proposals of this fiscal year, and what was implemented in it. What a proposal is
 * follows from the classes; an indicator of a plan may count otherwise, and its definition may change.
 */
export interface LivingFigures {
  fiscalYear: number;
  /** Names of the classes that are proposals, as the city has them. */
  proposalClasses: string[];
  proposals: number;
  implemented: number;
  asOf: DayString;
}

export async function livingNumber(deps: IndicatorDeps): Promise<LivingFigures> {
  const asOf = today(deps.clock);
  const fiscalYear = fiscalYearOf(asOf);
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
    const { classes } = await store.sourceNames();
    const proposals = { measure: 'class', classes: PROPOSAL_CLASSES } as const;
    const implemented = { measure: 'outcome', outcomes: ['implemented'] } as const;
    return {
      fiscalYear,
      proposalClasses: PROPOSAL_CLASSES.map((code) => classes[code]),
      proposals: sum(await store.yearlyCounts(proposals, fiscalYear, fiscalYear)),
      implemented: sum(await store.yearlyCounts(implemented, fiscalYear, fiscalYear)),
      asOf,
    };
  });
}
