import type { FieldProblem } from '@kotae/kernel';
import { SUBMISSION_KIND_LABELS } from '@kotae/kernel';
import { Button, DateText, ErrorSummary, Notice, PageHeader, Steps } from '@kotae/ui';
import { AboutFields } from '../parts/about-fields';
import { AttachmentsField } from '../parts/attachments-field';
import { LETTER_STEPS } from '../parts/letter-steps';
import { mayorWords } from '../parts/mayor-words';
import { ReplyFields } from '../parts/reply-fields';
import { TextFields } from '../parts/text-fields';
import { TrapField } from '../parts/trap-field';
import { UrgentLines } from '../parts/urgent-lines';
import type { PageProps } from './page-props';

/** Fields whose first control has another id than the field's name. */
const problemOf = (problems: readonly FieldProblem[]) => (field: string) =>
  problems.find((problem) => problem.field === field)?.message;

/** Write: one column, the reply asked before anything personal. */
export function LetterPage({ page, frame }: PageProps<'letter'>) {
  const { values, problems, dueOn, notice, formToken } = page;
  const { city } = frame;
  const error = problemOf(problems);
  return (
    <div className="k-container k-container--text k-stack k-stack--large">
      <ErrorSummary
        errors={problems.map(({ field, message }) => ({
          fieldId: field === 'follows' ? undefined : field,
          message,
        }))}
      />
      {notice && (
        <Notice kind="info" live="status">
          <p>{notice}</p>
        </Notice>
      )}
      <Steps label="送るまでの手順" items={LETTER_STEPS} current={0} />
      <PageHeader
        title={SUBMISSION_KIND_LABELS[values.kind]}
        lead={
          <>
            <p>
              {values.kind === 'letter_to_mayor'
                ? `${mayorWords(city)}と担当の課が読みます。`
                : `${city.deskName}が読み、担当の課に伝えます。`}
              {dueOn && (
                <>
                  返事をご希望の方には、
                  <strong>
                    <DateText day={dueOn} />
                    まで
                  </strong>
                  にお送りします。
                </>
              )}
            </p>
            {values.kind === 'web_opinion' && (
              <p>
                市長に読んでほしいときは<a href="/letter?kind=letter_to_mayor">市長への手紙</a>へ。
              </p>
            )}
            <p>
              書かれた個人情報は、返事と市政の検討だけに使います。
              <a href="/privacy">個人情報の取り扱い</a>
            </p>
          </>
        }
      />
      <form
        className="k-form"
        method="post"
        action="/letter"
        encType="multipart/form-data"
        acceptCharset="utf-8"
        noValidate
        data-letter-form=""
      >
        {/* Enter in a field goes on to the check, not to whatever button happens to be first. */}
        <button
          type="submit"
          name="action"
          value="check"
          className="k-visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
        >
          確認する
        </button>
        <input type="hidden" name="formToken" value={formToken} />
        <input type="hidden" name="kind" value={values.kind} />
        <input type="hidden" name="follows" value={values.follows} />
        {values.follows !== '' && (
          <Notice kind="info">
            <p>前に送った声に書き足します。前の声と合わせて読みます。</p>
          </Notice>
        )}
        <TextFields values={values} error={error} />
        <AttachmentsField attachments={values.attachments} error={error('attachments')} />
        <ReplyFields values={values} error={error} />
        <AboutFields values={values} error={error} districts={city.districts} />
        <TrapField />
        <div className="k-form__actions">
          <Button type="submit" name="action" value="check" size="large" data-submit="">
            確認する
          </Button>
        </div>
        <p className="k-small k-muted">まだ送られません。次の画面で確かめてから送ります。</p>
      </form>
      <UrgentLines city={city} />
    </div>
  );
}
