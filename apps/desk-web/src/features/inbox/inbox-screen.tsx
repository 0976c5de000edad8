import { INBOX_VIEWS } from '@kotae/contracts';
import type { InboxRow, InboxView } from '@kotae/contracts';
import { Button, EmptyState, MoreRows, TextInput } from '@kotae/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useAnnounce } from '../../shared/announcer';
import { VIEW_WORDS } from '../../shared/inbox-views';
import { useKeys } from '../../shared/keys';
import { Loaded, Refused } from '../../shared/loaded';
import { ApiError } from '../../shared/api-error';
import { usePageTitle } from '../../shared/page-title';
import { rememberWorkList } from '../../shared/work-list';
import { inboxQuery } from './api';
import { arrivals, moved } from './cursor';
import { InboxRowItem } from './inbox-row';

export function InboxScreen() {
  const { view } = useParams();
  const known = INBOX_VIEWS.find((candidate) => candidate === view);
  if (!known) return <Refused error={new ApiError(404, 'not_found', '')} />;
  return <Inbox key={known} view={known} />;
}

function Inbox({ view }: { view: InboxView }) {
  const words = VIEW_WORDS[view];
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const list = useInfiniteQuery(inboxQuery(view, q));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const [current, setCurrent] = useState<string | null>(null);
  const search = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  usePageTitle(q ? `「${q}」の検索` : words.label);
  useArrivals(rows, `${view} ${q}`);

  const ids = rows.map((row) => row.submissionId);
  const move = (step: 1 | -1) => {
    const id = ids[moved(ids, current, step)];
    if (id === undefined) return;
    setCurrent(id);
    const link = document.getElementById(`row-${id}`);
    link?.focus({ preventScroll: true });
    link?.closest('li')?.scrollIntoView({ block: 'nearest' });
    if (step === 1 && id === ids.at(-1) && list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  };
  useKeys('受信箱', [
    { keys: ['j', 'ArrowDown'], shown: 'j', label: '次', bar: true, run: () => move(1) },
    { keys: ['k', 'ArrowUp'], shown: 'k', label: '前', bar: true, run: () => move(-1) },
    {
      keys: ['Enter', 'o'],
      shown: 'Enter',
      label: '開く',
      bar: true,
      run: () => {
        const id = current ?? ids[0];
        if (id !== undefined) void navigate(`/submissions/${id}?view=${view}`);
      },
    },
    {
      keys: ['/'],
      label: '探す',
      bar: true,
      run: () => search.current?.querySelector('input')?.focus(),
    },
    { keys: ['r'], label: '読み込み直す', run: () => void list.refetch() },
  ]);
  const idsKey = ids.join(' ');
  useEffect(() => {
    rememberWorkList({ view, ids: idsKey === '' ? [] : idsKey.split(' ') });
  }, [view, idsKey]);

  return (
    <div className="k-stack d-inbox">
      <div className="d-inbox__head">
        <h1>{words.label}</h1>
        <form
          ref={search}
          role="search"
          className="d-search"
          onSubmit={(event) => {
            event.preventDefault();
            const value = String(new FormData(event.currentTarget).get('q') ?? '').trim();
            setParams(value ? { q: value } : {});
          }}
        >
          <TextInput
            key={q}
            id="inbox-search"
            name="q"
            type="search"
            label="本文・件名・受付番号"
            badge="none"
            defaultValue={q}
            maxLength={100}
          />
          <Button type="submit" variant="secondary" size="small" icon="search">
            探す
          </Button>
          {q && (
            <Button type="button" variant="tertiary" size="small" onClick={() => setParams({})}>
              検索をやめる
            </Button>
          )}
        </form>
      </div>
      <Loaded query={list} label="受信箱を読み込んでいます">
        {() =>
          rows.length === 0 ? (
            <EmptyState title={q ? `「${q}」は見つかりませんでした` : words.empty}>
              {q ? '言葉を短くするか、「すべて」で探してください。' : '新しい声が届くと、ここに自動で現れます。'}
            </EmptyState>
          ) : (
            <>
              <ul
                className="k-rows"
                aria-label={`${words.label}の一覧`}
                onFocus={(event) => focusRow(event.target, setCurrent)}
              >
                {rows.map((row) => (
                  <InboxRowItem key={row.submissionId} row={row} view={view} current={row.submissionId === current} />
                ))}
              </ul>
              <MoreRows
                more={list.hasNextPage}
                busy={list.isFetchingNextPage}
                failed={list.isFetchNextPageError}
                onMore={() => void list.fetchNextPage()}
              />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

/** The row someone tabbed or clicked into becomes the current one. */
function focusRow(target: Element, set: (id: string) => void) {
  const link = target.closest('li')?.querySelector('a[id^="row-"]');
  if (link) set(link.id.slice('row-'.length));
}

/** Says when rows came in by themselves; moves neither the focus nor the page. */
function useArrivals(rows: readonly InboxRow[], of: string) {
  const announce = useAnnounce();
  const before = useRef<{ of: string; ids: string[] }>({ of, ids: [] });
  useEffect(() => {
    const ids = rows.map((row) => row.submissionId);
    const fresh = before.current.of === of ? arrivals(before.current.ids, ids) : [];
    before.current = { of, ids };
    if (fresh.length === 0) return;
    const urgent = rows.some((row) => row.urgent && fresh.includes(row.submissionId));
    announce({ text: urgent ? '緊急の声が届きました' : `${fresh.length}通の新しい声が届きました`, quiet: !urgent });
  }, [rows, of, announce]);
}
