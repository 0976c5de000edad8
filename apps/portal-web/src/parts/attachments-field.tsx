import type { UploadAccepted } from '@kotae/contracts';
import { ATTACHMENT_TYPES, LIMITS } from '@kotae/kernel';
import { Button, FileField, Icon } from '@kotae/ui';
import { fileSize } from './letter-labels';

/** Files already kept, and a field for more. Without a script they go along with the form. */
export function AttachmentsField({ attachments, error }: { attachments: UploadAccepted[]; error: string | undefined }) {
  const left = LIMITS.attachments - attachments.length;
  return (
    <div className="k-stack k-stack--small" data-attachments="" data-attachments-max={LIMITS.attachments}>
      <div data-files-picker="" {...(left === 0 ? { 'data-full': '' } : {})}>
        <FileField
          id="attachments"
          name="files"
          label="写真・ファイル"
          hint={`写真（JPEG・PNG・WebP）かPDFを${LIMITS.attachments}つまで。1つ10MBまで。写真の撮影場所の情報は取り除きます。`}
          error={error}
          accept={ATTACHMENT_TYPES.join(',')}
          multiple
        />
      </div>
      <ul className="p-files" data-files="" hidden={attachments.length === 0} aria-label="添付したファイル">
        {attachments.map((file) => (
          <li key={file.id} className="p-file">
            <input type="hidden" name="attachment" value={`${file.id}.${file.key}`} />
            <span className="p-file__name">
              <Icon name="check" />
              <span>
                {file.fileName} <span className="k-small k-muted">{fileSize(file.byteSize)}</span>
              </span>
            </span>
            <Button type="submit" name="action" value={`remove:${file.id}`} variant="tertiary" size="small">
              外す<span className="k-visually-hidden">（{file.fileName}）</span>
            </Button>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <div data-files-by-hand="">
          <Button type="submit" name="action" value="attach" variant="secondary" size="small">
            選んだファイルを添付する
          </Button>
        </div>
      )}
      <p data-files-status="" role="status" className="k-small" />
    </div>
  );
}
