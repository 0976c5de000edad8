import { Button, TextInput } from '@kotae/ui';
import { fieldError } from '../../shared/form-errors';
import { Group, type GroupProps } from './settings-group';

type Line = GroupProps['draft']['urgentLines'][0];

const PARTS = [
  { part: 'name', label: '相談先の名前', max: 60 },
  { part: 'phone', label: '電話番号', max: 40 },
  { part: 'hours', label: '時間', max: 60 },
] as const;

/** Telephone numbers for someone in danger, as the residents' pages show them. */
export function UrgentLinesFields({ draft, error, set }: GroupProps) {
  const lines = draft.urgentLines;
  const change = (at: number, part: Partial<Line>) =>
    set({ urgentLines: lines.map((line, i) => (i === at ? { ...line, ...part } : line)) });
  return (
    <Group
      title="緊急の相談先"
      lead="命の危険や虐待など、急ぐ人のために受付のページに出す電話番号です。つながる番号かどうか、変えたら必ず確かめてください。"
    >
      {lines.length === 0 && <p>ありません。受付のページには、急ぐ人への案内が出ません。</p>}
      {lines.map((line, at) => (
        <fieldset key={at} className="d-city__line">
          <legend className="k-visually-hidden">相談先{at + 1}</legend>
          {PARTS.map(({ part, label, max }) => (
            <TextInput
              key={part}
              id={`settings-urgentLines-${at}-${part}`}
              name={`${part}-${at}`}
              label={label}
              required={part !== 'hours'}
              badge="none"
              maxLength={max}
              type={part === 'phone' ? 'tel' : 'text'}
              value={line[part]}
              onChange={(event) => change(at, { [part]: event.currentTarget.value })}
              error={fieldError(error, `urgentLines.${at}.${part}`)}
            />
          ))}
          <Button
            type="button"
            variant="tertiary"
            size="small"
            aria-label={`${line.name || `相談先${at + 1}`}を外す`}
            onClick={() => set({ urgentLines: lines.filter((_, i) => i !== at) })}
          >
            外す
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          size="small"
          onClick={() => set({ urgentLines: [...lines, { name: '', phone: '', hours: '' }] })}
        >
          相談先を加える
        </Button>
      </div>
    </Group>
  );
}
