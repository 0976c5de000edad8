import { Button, EmptyState, ErrorState, LinkButton, Loading } from '@kotae/ui';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { ApiError } from './api-error';

/** After this a person should be told that it takes longer than usual. */
const SLOW_MS = 4_000;

interface QueryLike<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** What a query brought, or the designed state instead: on its way, slow, gone, not allowed, broken. */
export function Loaded<T>(props: {
  query: QueryLike<T>;
  /** 「受信箱を読み込んでいます」 */
  label: string;
  children: (data: T) => ReactNode;
}) {
  const { query, label } = props;
  if (query.data !== undefined) return props.children(query.data);
  if (query.error) return <Refused error={query.error} onRetry={() => void query.refetch()} />;
  return <Waiting label={label} />;
}

export function Waiting({ label }: { label: string }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return <Loading label={label} lines={5} slow={slow} />;
}

/** A refusal as a page of its own: what it means and what can be done. */
export function Refused({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const status = error instanceof ApiError ? error.status : 500;
  if (status === 404)
    return (
      <EmptyState title="見つかりませんでした" headingLevel={1} actions={<Home />}>
        アドレスが違うか、担当の課が変わったためにこの画面からは見られなくなっています。
      </EmptyState>
    );
  if (status === 403)
    return (
      <EmptyState title="この画面を見る権限がありません" headingLevel={1} actions={<Home />}>
        必要な場合は、システム管理者に役割の変更を相談してください。
      </EmptyState>
    );
  return (
    <ErrorState
      title="読み込めませんでした"
      headingLevel={1}
      actions={
        onRetry && (
          <Button type="button" onClick={onRetry}>
            もう一度読み込む
          </Button>
        )
      }
    >
      {error instanceof ApiError ? error.message : '少し待ってから、もう一度お試しください。'}
    </ErrorState>
  );
}

function Home() {
  return (
    <LinkButton href="/" variant="secondary">
      はじめの画面へ
    </LinkButton>
  );
}
