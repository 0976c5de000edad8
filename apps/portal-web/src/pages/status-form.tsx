import { Button, ErrorSummary, PageHeader, TextInput } from '@kotae/ui';
import { PhoneLink } from '../parts/desk-contact';
import type { PageProps } from './page-props';

/** The receipt code opens what happened since. Posted, so that it stands in no address. */
export function StatusFormPage({ page, frame }: PageProps<'status-form'>) {
  return (
    <div className="k-container k-container--text k-stack k-stack--large">
      <ErrorSummary errors={page.problem === null ? [] : [{ fieldId: 'code', message: page.problem }]} />
      <PageHeader title="送った声のその後を見る" lead="受け付けたときの控えにある、照会コードを書いてください。" />
      <form className="k-form" method="post" action="/status" noValidate data-status-form="">
        <TextInput
          id="code"
          name="code"
          label="照会コード"
          hint="例 7KQ2M-VX9RA-4TPD　小さい字でも、横棒がなくてもかまいません。"
          error={page.problem ?? undefined}
          required
          badge="none"
          width="medium"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={page.code}
        />
        <div className="k-form__actions">
          <Button type="submit" size="large" data-submit="">
            その後を見る
          </Button>
        </div>
      </form>
      <section className="k-stack k-stack--small" aria-labelledby="lost-title">
        <h2 id="lost-title" className="p-h3">
          照会コードが分からないとき
        </h2>
        <p>
          受付番号とお名前が分かれば、お調べできることがあります。{frame.city.deskName}（電話{' '}
          <PhoneLink number={frame.city.deskPhone} />
          ）にお問い合わせください。はがきや電話でお寄せいただいた声には、照会コードがないことがあります。
        </p>
      </section>
    </div>
  );
}
