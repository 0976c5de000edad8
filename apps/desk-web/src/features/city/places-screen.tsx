import { PageHeader } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { placesQuery } from './api';
import { ChangeHistory } from './change-history';
import { SectionsTable } from './sections-table';
import { TopicsTable } from './topics-table';

/** 分野と担当課: added, renamed, ended, put in order and merged here, without a programmer. */
export function PlacesScreen() {
  usePageTitle('分野と担当課');
  const places = useQuery(placesQuery);
  return (
    <div className="k-stack k-stack--large">
      <PageHeader
        title="分野と担当課"
        lead="変更は、受付のページ・職員の画面・分類の候補に、数十秒のうちに反映されます。これまでの決定と件数はそのまま残ります。"
        actions={
          <>
            <a href="#topics">分野</a>
            <a href="#sections">担当課</a>
            <a href="#change-history">変更の記録</a>
          </>
        }
      />
      <Loaded query={places} label="分野と担当課を読み込んでいます">
        {(data) => (
          <>
            <TopicsTable places={data} />
            <SectionsTable places={data} />
          </>
        )}
      </Loaded>
      <ChangeHistory areas={AREAS} />
    </div>
  );
}

const AREAS = ['topic', 'section'] as const;
