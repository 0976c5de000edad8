import type { SubmissionDetail } from '@kotae/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useAnnounce } from '../../shared/announcer';
import { homeOf } from '../../shared/inbox-views';
import { useKeys } from '../../shared/keys';
import { Loaded } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { useMe } from '../../shared/session';
import { neighbours, recallWorkList, rememberWorkList, without } from '../../shared/work-list';
import { caseQuery, useCaseActions } from './api';
import { Banners } from './banners';
import { CaseHeader } from './case-header';
import { CaseWork } from './case-work';

/** One letter, from the first decision to its public answer. The place of things does not change on the way. */
export function CaseScreen() {
  const { id = '' } = useParams();
  const detail = useQuery(caseQuery(id));
  return (
    <Loaded query={detail} label="声を読み込んでいます">
      {(data) => <Case key={data.submissionId} detail={data} />}
    </Loaded>
  );
}

function Case({ detail }: { detail: SubmissionDetail }) {
  const actions = useCaseActions(detail.submissionId);
  const navigate = useNavigate();
  const announce = useAnnounce();
  const [params] = useSearchParams();
  const me = useMe();
  const list = recallWorkList();
  const view = params.get('view') ?? list?.view ?? null;
  const back = view ? `/inbox/${view}` : homeOf(me.role);
  const around = neighbours(list, detail.submissionId);
  const query = view ? `?view=${view}` : '';
  usePageTitle(detail.receiptNumber);
  const open = (id: string | null) => {
    if (id) void navigate(`/submissions/${id}${query}`);
    else announce({ text: '一覧の端です', quiet: true });
  };
  useKeys('この声', [
    { keys: ['u'], label: '一覧へ', bar: true, run: () => void navigate(back) },
    { keys: [']', 'n'], shown: ']', label: '次の声', run: () => open(around.next) },
    { keys: ['['], label: '前の声', run: () => open(around.previous) },
  ]);
  /** Takes the letter off the list and goes to what comes next. */
  const next = (said: string) => {
    announce({ text: said, link: { href: `/submissions/${detail.submissionId}`, label: '開いて直す' } });
    if (list) rememberWorkList(without(list, detail.submissionId));
    if (around.next) void navigate(`/submissions/${around.next}${query}`);
    else void navigate(back);
  };
  return (
    <div className="d-case">
      <CaseHeader detail={detail} actions={actions} />
      <Banners detail={detail} actions={actions} />
      <CaseWork detail={detail} actions={actions} onNext={next} />
    </div>
  );
}
