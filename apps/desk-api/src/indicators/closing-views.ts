import type {
  ClosedIndicatorYear,
  ClosedNumberView,
  ClosingFigureView,
  ClosingView,
  CountedStateView,
} from '@kotae/contracts';
import type {
  ClosedFigure,
  ClosedNumber,
  ClosedYear,
  ClosingHead,
  CountedOpinion,
  SourceNames,
} from '@kotae/indicators';

export function closingView(closing: ClosingHead): ClosingView {
  const { planId, fiscalYear, closedAt, closedBy, sha256 } = closing;
  return { planId, fiscalYear, closedAt: closedAt.toISOString(), closedBy, sha256 };
}

export function closedNumberView(number: ClosedNumber): ClosedNumberView {
  return {
    indicatorId: number.indicatorId,
    name: number.name,
    unit: number.unit ?? '',
    fiscalYear: number.fiscalYear,
    then: number.then,
    thenWords: number.thenWords,
    now: number.now,
    difference: number.difference,
    restated: number.restated,
    otherwise: number.otherwise === null ? null : { value: number.otherwise.value },
    counted: number.counted,
  };
}

export function closedIndicatorYear(year: ClosedYear, number: ClosedNumber): ClosedIndicatorYear {
  return { ...closedNumberView(number), closedAt: year.closedAt.toISOString(), closedBy: year.closedBy };
}

export function figureView(figure: ClosedFigure, unit: string): ClosingFigureView {
  return {
    indicatorId: figure.indicatorId,
    name: figure.name,
    unit,
    target: figure.target,
    value: figure.value,
    basis: figure.basis,
    met: figure.met,
    words: figure.words,
    why: figure.why,
  };
}

export function countedStateView(state: CountedOpinion | undefined, names: SourceNames): CountedStateView | null {
  if (state === undefined) return null;
  return {
    countedOn: state.countedOn,
    class: state.class,
    outcome: state.outcome,
    topicName: state.topic === null ? '' : (names.topics.get(state.topic) ?? state.topic),
    sectionName: state.sectionId === null ? '' : (names.sections.get(state.sectionId) ?? state.sectionId),
  };
}
