import type { SubmissionDetail } from '@kotae/contracts';
import { Button, Link } from '@kotae/ui';
import { useNavigate } from 'react-router';
import { FormRefusal } from '../../shared/form-errors';
import type { CaseActions } from './api';

/** From a reply to a public question and answer: a text of its own, made from this one. */
export function PublishLinks({ detail, actions }: { detail: SubmissionDetail; actions: CaseActions }) {
  const navigate = useNavigate();
  const may = detail.actions.includes('publish');
  if (!may && detail.publicationIds.length === 0) return null;
  const make = () =>
    actions.publish.mutate(
      { submissionId: detail.submissionId, opinionIds: detail.opinions.map((opinion) => opinion.id) },
      { onSuccess: (made) => void navigate(`/publications/${made.id}`) },
    );
  return (
    <section className="k-panel k-stack k-stack--small" aria-label="公表">
      <div className="k-cluster">
        <h2>公表</h2>
        <span className="k-muted">
          {detail.publishConsent
            ? '差出人は公表に同意しています'
            : '差出人の同意はありません。要旨だけの文にしてください'}
        </span>
      </div>
      {detail.publicationIds.map((id, index) => (
        <p key={id}>
          <Link href={`/publications/${id}`}>
            公表用の文{detail.publicationIds.length > 1 ? ` ${index + 1}` : ''}を開く
          </Link>
        </p>
      ))}
      <FormRefusal error={actions.publish.error} />
      {may && (
        <div>
          <Button type="button" variant="secondary" busy={actions.publish.isPending} onClick={make}>
            公表用の文を作る
          </Button>
        </div>
      )}
    </section>
  );
}
