import type { LetterFormValues, ProofChallenge } from '@kotae/contracts';
import { SUBMISSION_KIND_LABELS } from '@kotae/kernel';
import { Button, DateText, DefinitionList, Notice, PageHeader, Steps, type Definition } from '@kotae/ui';
import { HiddenValues } from '../parts/hidden-values';
import { CONSENT_LABELS, REPLY_LABELS, ageBandLabel, fileSize, noReplyWords, usedFields } from '../parts/letter-labels';
import { LETTER_STEPS } from '../parts/letter-steps';
import { TrapField } from '../parts/trap-field';
import type { PageProps } from './page-props';

/** Check: everything as it will be sent; the page itself carries what was typed. */
export function LetterCheckPage({ page }: PageProps<'letter-check'>) {
  const { values, formToken, dueOn, doNotContact, notice, waitSeconds, challenge } = page;
  return (
    <div className="k-container k-container--text k-stack k-stack--large">
      {notice && (
        <Notice kind="warning" live="alert">
          <p>{notice}</p>
        </Notice>
      )}
      {waitSeconds !== null && <Wait seconds={waitSeconds} />}
      <Steps label="送るまでの手順" items={LETTER_STEPS} current={1} />
      <PageHeader
        title="この内容で送ります"
        lead="まだ送られていません。いちばん下の「送る」を押すと、市に届きます。"
      />
      <DefinitionList items={definitions(values)} />
      {doNotContact && (
        <Notice kind="info" title={noReplyWords(values.replyWanted)}>
          <p>返事が要る場合は、「戻って直す」を押して、連絡を希望しないと書かれているところを直してください。</p>
        </Notice>
      )}
      {dueOn && !doNotContact && (values.replyWanted === 'email' || values.replyWanted === 'post') && (
        <p>
          返事は、
          <strong>
            <DateText day={dueOn} />
            まで
          </strong>
          にお送りします。
        </p>
      )}
      <form
        method="post"
        action="/letter/send"
        encType="multipart/form-data"
        acceptCharset="utf-8"
        data-check-form=""
        {...proofData(challenge)}
      >
        <HiddenValues values={values} formToken={formToken} />
        <input type="hidden" name="proof" value="" />
        <TrapField />
        <div className="k-form__actions">
          <Button type="submit" name="action" value="send" size="large" data-submit="">
            送る
          </Button>
          <Button type="submit" name="action" value="edit" formAction="/letter" size="large" variant="secondary">
            戻って直す
          </Button>
        </div>
      </form>
    </div>
  );
}

function Wait({ seconds }: { seconds: number }) {
  return (
    <div data-wait={seconds}>
      <Notice kind="info" live="status" title="少しだけお待ちください">
        <p data-wait-words="">
          短い時間にたくさんの声が届いています。お手数ですが、<strong>{seconds}秒</strong>
          ほど待ってから、もう一度「送る」を押してください。書いたものは、この画面に残っています。
        </p>
      </Notice>
    </div>
  );
}

function proofData(challenge: ProofChallenge | null): Record<string, string> {
  return challenge === null ? {} : { 'data-challenge': JSON.stringify(challenge) };
}

function definitions(values: LetterFormValues): Definition[] {
  const used = usedFields(values);
  const shown = (term: string, value: string, when = true): Definition[] =>
    when && value.trim() !== '' ? [{ term, detail: value }] : [];
  return [
    { term: '種類', detail: SUBMISSION_KIND_LABELS[values.kind] },
    ...shown('件名', values.subject),
    { term: '伝えたいこと', detail: <div className="k-preserve">{values.body}</div> },
    ...(values.attachments.length === 0 ? [] : [{ term: '写真・ファイル', detail: <Files values={values} /> }]),
    { term: '返事', detail: values.replyWanted === '' ? '' : REPLY_LABELS[values.replyWanted] },
    ...shown('メールアドレス', values.email, used.email),
    ...shown('郵便番号', values.postalCode, used.address),
    ...(used.address && values.address.trim() !== ''
      ? [{ term: '住所', detail: <div className="k-preserve">{values.address}</div> }]
      : []),
    ...shown('お名前', values.name, used.name),
    ...shown('お住まいの地区', values.district),
    ...shown('年代', ageBandLabel(values.ageBand)),
    { term: '公表', detail: CONSENT_LABELS[values.publishConsent === 'yes' ? 'yes' : 'no'] },
    ...(values.follows === '' ? [] : [{ term: '書き足し', detail: '前に送った声に書き足します' }]),
  ];
}

function Files({ values }: { values: LetterFormValues }) {
  return (
    <ul className="k-plain-list">
      {values.attachments.map((file) => (
        <li key={file.id}>
          {file.fileName} <span className="k-small k-muted">{fileSize(file.byteSize)}</span>
        </li>
      ))}
    </ul>
  );
}
