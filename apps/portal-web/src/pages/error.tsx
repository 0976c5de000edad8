import { LinkButton } from '@kotae/ui';
import { PhoneLink } from '../parts/desk-contact';
import type { PageProps } from './page-props';

/** It did not work, and where to go from here. */
export function ErrorPage({ page, frame }: PageProps<'error'>) {
  return (
    <div className="k-container k-container--text k-stack k-stack--large">
      <div className="k-stack">
        <h1>{page.title}</h1>
        <p>{page.detail}</p>
      </div>
      <div className="k-cluster">
        <LinkButton href="/">最初のページへ</LinkButton>
        <LinkButton href="/letter" variant="secondary">
          声を送る
        </LinkButton>
        <LinkButton href="/voices" variant="secondary">
          市民の声と市の考え方
        </LinkButton>
      </div>
      <p className="k-small">
        お困りのときは、{frame.city.name} {frame.city.deskName}（電話 <PhoneLink number={frame.city.deskPhone} />
        ）へお知らせください。
      </p>
    </div>
  );
}
