import type { IndicatorChoices, IndicatorView, PlanView } from '@kotae/contracts';
import { fiscalYearOf } from '@kotae/kernel';
import { Breadcrumbs, Button, PageHeader, Select } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ApiError } from '../../shared/api-error';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { Loaded, Refused } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { useReference } from '../../shared/reference';
import { indicatorsQuery, plansQuery } from './api';
import { choicesQuery, useMakeIndicator } from './definition-api';
import { yearOptions } from './figures';
import { draftOf, sourceOf } from './source-draft';
import { SourceFields } from './source-fields';
import { NO_TARGET, TargetFields, targetRequest } from './target-fields';
import { focusFirstInvalid, useErrorFocus } from './use-error-focus';
import {
  BaselineFields,
  WORDING_FIELDS,
  WordingFields,
  isBaselineUnreadable,
  wordingRequest,
  type WordingDraft,
} from './wording-fields';

/** An indicator of one of the city's own plans. */
export function NewIndicatorScreen() {
  const { planId = '' } = useParams();
  usePageTitle('指標を足す');
  const current = fiscalYearOf(useReference().today);
  const plans = useQuery(plansQuery);
  const choices = useQuery(choicesQuery);
  const others = useQuery(indicatorsQuery(planId, current));
  return (
    <Loaded query={choices} label="指標の形を読み込んでいます">
      {(offered) => (
        <Loaded query={others} label="指標を読み込んでいます">
          {(list) => (
            <Loaded query={plans} label="計画を読み込んでいます">
              {(all) => {
                const plan = all.find((one) => one.id === planId);
                if (!plan) return <Refused error={new ApiError(404, 'not_found', '')} />;
                return <NewIndicator plan={plan} choices={offered} others={list} />;
              }}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

const NO_WORDS: WordingDraft = {
  name: '',
  definition: '',
  unit: '件',
  section: '',
  policy: '',
  baselineValue: '',
  baselineYear: '',
  baselinePrinted: '',
};

const FIELDS = [
  ...WORDING_FIELDS,
  'direction',
  'formula',
  'mode',
  'kind',
  'measure',
  'outcomes',
  'classes',
  'indicatorIds',
  'op',
  'comparison',
  'value',
  'high',
  'tolerance',
  'printed',
];

function NewIndicator(props: { plan: PlanView; choices: IndicatorChoices; others: readonly IndicatorView[] }) {
  const { plan, choices, others } = props;
  const make = useMakeIndicator(plan.id);
  const form = useErrorFocus(make.error);
  const announce = useAnnounce();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => draftOf({ kind: 'typed' }, 'annual'));
  const [target, setTarget] = useState({
    ...NO_TARGET,
    targetYear: plan.lastYear === null ? '' : String(plan.lastYear),
  });
  const [words, setWords] = useState(NO_WORDS);
  const first = plan.firstYear ?? 2020;
  const last = plan.lastYear ?? first + 5;
  return (
    <div className="k-stack">
      <Breadcrumbs items={[{ href: `/plans/${plan.id}`, label: plan.name }, { label: '指標を足す' }]} />
      <PageHeader
        title="指標を足す"
        lead="計画に書かれているとおりに登録します。数え方と目標は、あとから理由を付けて変えられます。"
      />
      <form
        className="k-stack d-value-form"
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isBaselineUnreadable(words)) return focusFirstInvalid(event.currentTarget);
          const data = new FormData(event.currentTarget);
          const text = (name: string) => String(data.get(name) ?? '').trim();
          make.mutate(
            {
              ...wordingRequest(words),
              mode: draft.mode,
              direction: text('direction'),
              target: targetRequest(target),
              source: sourceOf(draft),
              formula: text('formula') || null,
            },
            {
              onSuccess: ({ id }) => {
                announce({ text: '指標を足しました' });
                void navigate(`/indicators/${id}`);
              },
            },
          );
        }}
      >
        <FormRefusal error={make.error} fields={FIELDS} />
        <h2>名前</h2>
        <WordingFields draft={words} error={make.error} onChange={setWords} />
        <h2>値の数え方</h2>
        <SourceFields
          draft={draft}
          choices={choices}
          others={others.map(({ id, name }) => ({ id, name }))}
          error={make.error}
          onChange={setDraft}
        />
        <h2>基準と目標</h2>
        <Select
          id="indicator-direction"
          name="direction"
          label="めざす方向"
          required
          defaultValue="increase"
          options={choices.directions}
          error={fieldError(make.error, 'direction')}
        />
        <BaselineFields draft={words} error={make.error} onChange={setWords} years={yearOptions(first - 6, last)} />
        <TargetFields
          draft={target}
          choices={choices}
          unit={words.unit}
          years={yearOptions(first, last + 5)}
          error={make.error}
          onChange={setTarget}
          prefix="target."
        />
        <Select
          id="indicator-formula"
          name="formula"
          label="達成の見方（式）"
          emptyLabel="自動で選ぶ"
          options={choices.formulas}
          error={fieldError(make.error, 'formula')}
        />
        <div>
          <Button type="submit" busy={make.isPending}>
            指標を足す
          </Button>
        </div>
      </form>
    </div>
  );
}
