import {
  Button,
  CodeText,
  DateText,
  LinkButton,
  Notice,
  PageHeader,
  QrCode,
  Steps,
  Timeline,
  type TimelineItem,
} from '@kotae/ui';
import { PhoneLink } from '../parts/desk-contact';
import { noReplyWords } from '../parts/letter-labels';
import { LETTER_STEPS } from '../parts/letter-steps';
import { UrgentLines } from '../parts/urgent-lines';
import type { PageOf, PageProps } from './page-props';

/** Done: number and code to keep, and what happens next. Reloading shows the same receipt again. */
export function LetterDonePage({ page, frame }: PageProps<'letter-done'>) {
  const { city } = frame;
  return (
    <div className="k-container k-container--text k-stack k-stack--large" data-done="">
      <Steps label="送るまでの手順" items={LETTER_STEPS} current={2} />
      <PageHeader
        title="受け付けました"
        lead={
          <p>
            <DateText day={page.receivedOn} />
            に届きました。お送りいただき、ありがとうございます。
          </p>
        }
      />
      <section className="k-stack" aria-labelledby="receipt-title">
        <h2 id="receipt-title">控え</h2>
        <p>
          その後を見るには、照会コードが必要です。
          <strong>この画面を写真に撮るか、印刷しておくと便利です。</strong>
          コードを知っている人は、だれでも返事を読めます。
        </p>
        <div className="p-receipt">
          <div className="k-stack p-receipt__codes">
            <CodeText label="受付番号" value={page.receiptNumber} />
            <CodeText label="照会コード" value={page.receiptCode} id="receipt-code" note="半角の数字と英大文字です。" />
          </div>
          <div className="p-receipt__qr">
            <QrCode matrix={page.qr} label="送った声のその後を見るページのQRコード" />
            <p className="k-small">読み取ると、その後を見るページが開きます。</p>
          </div>
        </div>
        <p className="k-small">
          その後を見るページ <span className="p-url">{page.statusUrl}</span>
        </p>
        <div className="k-cluster k-no-print">
          <span className="k-needs-script">
            <Button type="button" variant="secondary" data-copy="receipt-code">
              照会コードをコピー
            </Button>
          </span>
          <span className="k-needs-script">
            <Button type="button" variant="secondary" data-print="">
              印刷する
            </Button>
          </span>
          <span role="status" data-copy-status="" />
        </div>
      </section>
      <section className="k-stack" aria-labelledby="next-title">
        <h2 id="next-title">これからのこと</h2>
        {page.doNotContact && (
          <Notice kind="info" headingLevel={3} title={noReplyWords(page.replyWanted)}>
            <p>
              返事が要る場合は、お手数ですが、受付番号をそえて{city.deskName}（電話{' '}
              <PhoneLink number={city.deskPhone} />
              ）へお知らせください。
            </p>
          </Notice>
        )}
        <Timeline label="これからのこと" items={nextSteps(page, city.deskName)} />
      </section>
      <div className="k-cluster k-no-print">
        <LinkButton href="/" variant="secondary">
          最初のページへ
        </LinkButton>
      </div>
      <UrgentLines city={city} />
    </div>
  );
}

function nextSteps(page: PageOf<'letter-done'>, deskName: string): TimelineItem[] {
  const first: TimelineItem = { key: 'received', title: '受け付けました', state: 'done', day: page.receivedOn };
  const read: TimelineItem = {
    key: 'read',
    title: `${deskName}が読み、担当の課に伝えます`,
    state: 'current',
    ...(page.replyWanted === 'email' && !page.doNotContact
      ? { children: '受け付けたことを、メールでもお知らせします。届かないときは、迷惑メールの中もお確かめください。' }
      : {}),
  };
  if (page.replyWanted === 'none' || page.doNotContact) {
    return [
      first,
      read,
      {
        key: 'kept',
        title: '市政の参考にします',
        state: 'next',
        children: 'お返事はお送りしません。どうなったかは、照会コードで見られます。',
      },
    ];
  }
  return [
    first,
    read,
    {
      key: 'reply',
      title: page.replyWanted === 'email' ? 'メールで返事をお送りします' : '郵便で返事をお送りします',
      state: 'next',
      ...(page.replyDueOn === null ? {} : { day: page.replyDueOn, daySuffix: 'まで' }),
      children: '返事は、照会コードでも読めます。',
    },
  ];
}
