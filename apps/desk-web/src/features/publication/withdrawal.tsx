import type { PublicationView } from '@kotae/contracts';
import { Button, DateText } from '@kotae/ui';
import { useState } from 'react';
import { ReasonDialog } from '../../shared/reason-dialog';
import { usePublicationActions } from './api';

/** Since when it is out, and the way to take it back with a reason. */
export function Withdrawal({ publication }: { publication: PublicationView }) {
  const { withdraw } = usePublicationActions(publication.id);
  const [asking, setAsking] = useState(false);
  return (
    <div className="k-cluster">
      {publication.publishedOn && (
        <span>
          <DateText day={publication.publishedOn} format="short" />
          から公表しています
        </span>
      )}
      <Button type="button" variant="danger" onClick={() => setAsking(true)}>
        取り下げる
      </Button>
      {asking && (
        <ReasonDialog
          title="公表を取り下げる"
          label="取り下げの理由"
          hint="市民のページから消えます。この記録は残ります。"
          confirmLabel="取り下げる"
          danger
          busy={withdraw.isPending}
          error={withdraw.error}
          onClose={() => {
            withdraw.reset();
            setAsking(false);
          }}
          onConfirm={(reason) =>
            withdraw.mutate({ reason, version: publication.version }, { onSuccess: () => setAsking(false) })
          }
        />
      )}
    </div>
  );
}
