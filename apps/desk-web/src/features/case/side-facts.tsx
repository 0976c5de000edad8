import type { SubmissionDetail } from '@kotae/contracts';
import { AGE_BAND_LABELS } from '@kotae/kernel';
import { DefinitionList, FileField } from '@kotae/ui';
import type { Definition } from '@kotae/ui';
import { FormRefusal } from '../../shared/form-errors';
import { sizeWords } from '../../shared/words';
import type { CaseActions } from './api';

/** Who wrote, as far as it was said and as far as this role may know; what came with the letter. */
export function SideFacts({ detail, actions }: { detail: SubmissionDetail; actions: CaseActions }) {
  return (
    <>
      <Attachments detail={detail} actions={actions} />
      <section className="d-side">
        <h2>差出人</h2>
        <DefinitionList look="dense" items={factsOf(detail)} />
      </section>
    </>
  );
}

function Attachments({ detail, actions }: { detail: SubmissionDetail; actions: CaseActions }) {
  const may = detail.actions.includes('attach_scan') && detail.channel !== 'web';
  if (detail.attachments.length === 0 && !may) return null;
  return (
    <section className="d-side">
      <h2>添付</h2>
      <ul className="d-files">
        {detail.attachments.map((file) => (
          <li key={file.id}>
            <a href={`/api/attachments/${file.id}`} target="_blank" rel="noopener">
              {file.mediaType.startsWith('image/') && (
                <img src={`/api/attachments/${file.id}`} alt="" loading="lazy" className="d-files__picture" />
              )}
              {file.fileName}
            </a>
            <span className="k-muted">
              {' '}
              {file.purpose === 'scan' ? '現物の画像　' : ''}
              {sizeWords(file.byteSize)}
            </span>
          </li>
        ))}
      </ul>
      {may && (
        <details className="k-details">
          <summary>現物の画像を加える</summary>
          <FormRefusal error={actions.attachScan.error} />
          <FileField
            id="scan"
            name="scan"
            label="スキャンや写真"
            badge="none"
            hint="JPEG・PNG・WebP・PDF、10MBまで"
            accept="image/jpeg,image/png,image/webp,application/pdf"
            disabled={actions.attachScan.isPending}
            onChange={(event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              if (file) actions.attachScan.mutate(file, { onSettled: () => (input.value = '') });
            }}
          />
        </details>
      )}
    </section>
  );
}

function factsOf(detail: SubmissionDetail): Definition[] {
  const { submitter } = detail;
  const given = (term: string, detailText: string | null | undefined): Definition[] =>
    detailText ? [{ term, detail: detailText }] : [];
  const who: Definition[] = submitter
    ? [
        ...given('氏名', submitter.name),
        ...given('メール', submitter.email),
        ...given('電話', submitter.phone),
        ...given(
          '住所',
          [submitter.postalCode && `〒${submitter.postalCode}`, submitter.address].filter(Boolean).join(' '),
        ),
      ]
    : [{ term: '氏名', detail: detail.anonymous ? '匿名' : 'この役割では見られません' }];
  return [
    ...who,
    ...given('地区', detail.district),
    ...given('年代', detail.ageBand && AGE_BAND_LABELS[detail.ageBand]),
    { term: '公表', detail: detail.publishConsent ? '内容を公表してよい' : '同意はありません' },
  ];
}
