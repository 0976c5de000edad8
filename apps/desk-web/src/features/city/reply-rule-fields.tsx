import { DateText, RadioGroup, TextInput } from '@kotae/ui';
import { fieldError } from '../../shared/form-errors';
import { useReference } from '../../shared/reference';
import { promiseOf } from './settings-draft';
import { Group, ListSetting, type GroupProps } from './settings-group';

/** The rule by which a reply is promised, with the sentence that residents read, computed while it is typed. */
export function ReplyRuleFields(group: GroupProps) {
  const { draft, error, set } = group;
  const { today } = useReference();
  const promise = promiseOf(draft, today);
  return (
    <Group title="返事の期限と休みの日" lead="これから届く声に使います。届いている声の期限は変わりません。">
      <div className="d-city__pair">
        <TextInput
          id="settings-replyRule-days"
          name="replyDays"
          label="何日以内に返事をするか"
          hint="届いた日の翌日から数えます。"
          required
          badge="none"
          width="short"
          inputMode="numeric"
          value={draft.replyDays}
          onChange={(event) => set({ replyDays: event.currentTarget.value })}
          error={fieldError(error, 'replyRule.days')}
        />
        <RadioGroup
          id="settings-replyRule-unit"
          name="replyUnit"
          label="数え方"
          required
          badge="none"
          options={[
            { value: 'calendar', label: '暦の日数', hint: '期限が閉庁日なら、次の開庁日まで' },
            { value: 'open', label: '開庁日の日数', hint: '土日・祝日・年末年始・下の休みの日を除いて' },
          ]}
          value={draft.replyUnit}
          onValueChange={(replyUnit) => set({ replyUnit })}
          error={fieldError(error, 'replyRule.unit')}
        />
      </div>
      <ListSetting
        {...group}
        field="extraHolidays"
        label="市独自の休みの日（1行に1つ）"
        hint="例：2026-11-13。祝日と12月29日〜1月3日は、書かなくても休みとして数えます。"
        rows={3}
      />
      <div className="d-city__promise" role="status">
        <p className="d-quiet">市民にはこう見えます</p>
        {promise === null ? (
          <p>日数を1〜90で入れると、ここに文が出ます。</p>
        ) : (
          <ul>
            {promise.map(({ from, until }) => (
              <li key={from}>
                {from === today ? (
                  '今日'
                ) : (
                  <>
                    <DateText day={from} format="short" />に
                  </>
                )}
                届いた声：返事をご希望の方には、
                <strong>
                  <DateText day={until} />
                  まで
                </strong>
                にお送りします。
              </li>
            ))}
          </ul>
        )}
      </div>
    </Group>
  );
}
