import type { IndicatorChoices } from '@kotae/contracts';
import type { Channel, Outcome } from '@kotae/kernel';
import { CHANNELS, CHANNEL_LABELS, OUTCOMES, OUTCOME_LABELS } from '@kotae/kernel';
import { CheckboxGroup, RadioGroup, Select } from '@kotae/ui';
import type { ReactNode } from 'react';
import { fieldError } from '../../shared/form-errors';
import { useReference } from '../../shared/reference';
import type { SourceDraft } from './source-draft';
import { modesFor, withFittingMode } from './source-draft';

const KINDS = [
  { value: 'facts', label: '届いた意見から自動で数える' },
  { value: 'typed', label: '担当者が年度ごとに入力する' },
  { value: 'imported', label: '表（CSV）から取り込む' },
  { value: 'formula', label: 'ほかの指標から計算する' },
] as const;

const MEASURES = [
  { value: 'class', label: '寄せられた意見（受け付けた日の年度で数える）' },
  { value: 'outcome', label: '市の対応が決まった意見（対応が決まった日の年度で数える）' },
] as const;

const MODE_HINTS: Readonly<Record<string, string>> = {
  annual: 'その年度だけの数で見ます',
  cumulative: '計画のはじめの年度から足し上げます',
  point_in_time: 'いちばん新しい年度の値で見ます',
  yoy_change: '前の年度からの増減を％で見ます',
  derived_average: 'その年度の平均値で見ます',
  milestone: 'できたか、まだかで見ます',
};

/** The fields of a way of counting. Every filter that is left alone does not restrict. */
export function SourceFields(props: {
  draft: SourceDraft;
  choices: IndicatorChoices;
  /** Indicators that a formula may be made of. */
  others: readonly { id: string; name: string }[];
  error: unknown;
  onChange: (draft: SourceDraft) => void;
}) {
  const { draft, choices, others, error, onChange } = props;
  const set = (change: Partial<SourceDraft>) => onChange(withFittingMode({ ...draft, ...change }, choices.modes));
  return (
    <>
      <RadioGroup
        id="source-kind"
        name="kind"
        label="値の出どころ"
        required
        badge="none"
        options={KINDS}
        value={draft.kind}
        onValueChange={(kind) => set({ kind })}
        error={fieldError(error, 'kind')}
      />
      {draft.kind === 'facts' && <FactFields draft={draft} error={error} set={set} />}
      {draft.kind === 'formula' && (
        <FormulaFields draft={draft} choices={choices} others={others} error={error} set={set} />
      )}
      <RadioGroup
        id="source-mode"
        name="mode"
        label="年度の合わせ方"
        required
        badge="none"
        options={modesFor(draft, choices.modes).map(({ value, label }) => ({ value, label, hint: MODE_HINTS[value] }))}
        value={draft.mode}
        onValueChange={(mode) => set({ mode })}
        error={fieldError(error, 'mode')}
      />
    </>
  );
}

interface PartProps {
  draft: SourceDraft;
  error: unknown;
  set: (change: Partial<SourceDraft>) => void;
}

function FactFields({ draft, error, set }: PartProps) {
  const { classes, topics, sections, city } = useReference();
  return (
    <>
      <RadioGroup
        id="source-measure"
        name="measure"
        label="何を数えますか"
        required
        badge="none"
        options={MEASURES}
        value={draft.measure}
        onValueChange={(measure) => set({ measure })}
        error={fieldError(error, 'measure')}
      />
      {draft.measure === 'outcome' && (
        <CheckboxGroup<Outcome>
          id="source-outcomes"
          name="outcomes"
          label="数える対応"
          required
          inline
          options={OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] }))}
          values={draft.outcomes}
          onValuesChange={(outcomes) => set({ outcomes })}
          error={fieldError(error, 'outcomes')}
        />
      )}
      <CheckboxGroup
        id="source-classes"
        name="classes"
        label="分類"
        hint="印を付けた分類だけを数えます。付けなければ、すべての分類を数えます。"
        badge="none"
        inline
        options={classes.map(({ code, name }) => ({ value: code, label: name }))}
        values={draft.classes}
        onValuesChange={(values) => set({ classes: values })}
        error={fieldError(error, 'classes')}
      />
      <Narrow
        title="受付経路"
        chosen={draft.channels.map((code) => CHANNEL_LABELS[code])}
        error={fieldError(error, 'channels')}
      >
        <CheckboxGroup<Channel>
          id="source-channels"
          name="channels"
          label="数える受付経路"
          badge="none"
          inline
          options={CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value] }))}
          values={draft.channels}
          onValuesChange={(channels) => set({ channels })}
          error={fieldError(error, 'channels')}
        />
      </Narrow>
      <Narrow
        title="分野"
        chosen={namesOf(
          draft.topics,
          topics.map(({ code, name }) => [code, name]),
        )}
      >
        <CheckboxGroup
          id="source-topics"
          name="topics"
          label="数える分野"
          badge="none"
          inline
          options={topics
            .filter((topic) => topic.active || draft.topics.includes(topic.code))
            .map(({ code, name }) => ({ value: code, label: name }))}
          values={draft.topics}
          onValuesChange={(values) => set({ topics: values })}
          error={fieldError(error, 'topics')}
        />
      </Narrow>
      <Narrow
        title="担当課"
        chosen={namesOf(
          draft.sectionIds,
          sections.map(({ id, name }) => [id, name]),
        )}
      >
        <CheckboxGroup
          id="source-sections"
          name="sectionIds"
          label="数える担当課"
          badge="none"
          inline
          options={sections
            .filter((section) => section.active || draft.sectionIds.includes(section.id))
            .map(({ id, name }) => ({ value: id, label: name }))}
          values={draft.sectionIds}
          onValuesChange={(sectionIds) => set({ sectionIds })}
          error={fieldError(error, 'sectionIds')}
        />
      </Narrow>
      {city.districts.length > 0 && (
        <Narrow title="地区" chosen={draft.districts}>
          <CheckboxGroup
            id="source-districts"
            name="districts"
            label="数える地区"
            badge="none"
            inline
            options={city.districts.map((name) => ({ value: name, label: name }))}
            values={draft.districts}
            onValuesChange={(districts) => set({ districts })}
            error={fieldError(error, 'districts')}
          />
        </Narrow>
      )}
    </>
  );
}

/** A filter that is seldom needed: closed, with what is chosen in its title. */
function Narrow(props: { title: string; chosen: readonly string[]; error?: string | undefined; children: ReactNode }) {
  const { title, chosen, error, children } = props;
  return (
    <details className="k-details" open={error !== undefined || undefined}>
      <summary>
        {title}でしぼる：{chosen.length === 0 ? 'しぼらない' : chosen.join('、')}
      </summary>
      {children}
    </details>
  );
}

function FormulaFields(
  props: PartProps & { choices: IndicatorChoices; others: readonly { id: string; name: string }[] },
) {
  const { draft, choices, others, error, set } = props;
  const options = others.map(({ id, name }) => ({ value: id, label: name }));
  const at = (index: number, id: string) => {
    const ids = [draft.indicatorIds[0] ?? '', draft.indicatorIds[1] ?? ''];
    ids[index] = id;
    set({ indicatorIds: ids.filter((value) => value !== '') });
  };
  return (
    <>
      <RadioGroup
        id="source-op"
        name="op"
        label="計算のしかた"
        required
        badge="none"
        options={choices.operations}
        value={draft.op}
        onValueChange={(value) => {
          const op = (['share_met', 'mean_achievement', 'sum', 'ratio'] as const).find((known) => known === value);
          if (op) set({ op, indicatorIds: op === 'ratio' ? draft.indicatorIds.slice(0, 2) : draft.indicatorIds });
        }}
        error={fieldError(error, 'op')}
      />
      {draft.op === 'ratio' ? (
        <div className="d-fields">
          <Select
            id="source-over"
            name="over"
            label="割られる指標"
            required
            emptyLabel="選んでください"
            value={draft.indicatorIds[0] ?? ''}
            options={options}
            onChange={(event) => at(0, event.currentTarget.value)}
            error={fieldError(error, 'indicatorIds')}
          />
          <Select
            id="source-under"
            name="under"
            label="割る指標"
            required
            emptyLabel="選んでください"
            value={draft.indicatorIds[1] ?? ''}
            options={options}
            onChange={(event) => at(1, event.currentTarget.value)}
          />
        </div>
      ) : (
        <CheckboxGroup
          id="source-indicators"
          name="indicatorIds"
          label="もとになる指標"
          required
          options={options}
          values={draft.indicatorIds}
          onValuesChange={(indicatorIds) => set({ indicatorIds })}
          error={fieldError(error, 'indicatorIds')}
        />
      )}
    </>
  );
}

function namesOf(ids: readonly string[], names: readonly (readonly [string, string])[]): string[] {
  const known = new Map(names);
  return ids.map((id) => known.get(id) ?? id);
}
