import type { PageFrame, PortalPage } from '@kotae/contracts';
import { SiteFooter, SiteHeader, SkipLink } from '@kotae/ui';
import { PageContent } from './pages/page-content';
import { pageTitle } from './pages/page-title';
import { DeskContact } from './parts/desk-contact';

export const SERVICE = '市民の声';

const NAV = [
  { href: '/letter', label: '声を送る' },
  { href: '/status', label: 'その後を見る' },
  { href: '/voices', label: '市民の声と市の考え方' },
  { href: '/plan', label: '計画の進みぐあい' },
];

/** The frame of every page. Complete before any script runs; the script only adds comfort. */
export function Document({ page, frame }: { page: PortalPage; frame: PageFrame }) {
  const { city, path, assets } = frame;
  const title = pageTitle(page);
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title === null ? '' : `${title}｜`}${city.name} ${SERVICE}`}</title>
        <meta name="description" content={`${city.name}に意見や提案を送り、その後と市の考え方を見るページです。`} />
        <meta name="format-detection" content="telephone=no" />
        <meta name="theme-color" content="#ffffff" />
        {assets.icon && <link rel="icon" href={assets.icon} type="image/svg+xml" />}
        {assets.css.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {assets.js.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body>
        <div className="k-portal" data-page={page.name}>
          <SkipLink />
          <SiteHeader
            organisation={city.name}
            service={SERVICE}
            homeHref="/"
            nav={NAV.map((item) => ({ ...item, current: item.href === path }))}
          />
          <main id="main" tabIndex={-1}>
            <PageContent page={page} frame={frame} />
          </main>
          <SiteFooter
            organisation={`${city.name} ${city.deskName}`}
            contact={<DeskContact city={city} />}
            links={[
              { href: '/privacy', label: '個人情報の取り扱い' },
              { href: '/accessibility', label: 'アクセシビリティ' },
            ]}
          />
        </div>
      </body>
    </html>
  );
}
