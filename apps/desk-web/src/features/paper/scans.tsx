import type { UploadAccepted } from '@kotae/contracts';
import { LIMITS } from '@kotae/kernel';
import { Button, FileField } from '@kotae/ui';
import { useState } from 'react';
import { FormRefusal } from '../../shared/form-errors';
import { sizeWords } from '../../shared/words';
import { useUpload } from './api';

/** The sheet itself, beside what is typed from it. Pictures are shown from this computer, before and after the upload. */
export function Scans(props: {
  scans: readonly UploadAccepted[];
  onChange: (scans: readonly UploadAccepted[]) => void;
}) {
  const { scans, onChange } = props;
  const upload = useUpload();
  const [pictures, setPictures] = useState<Readonly<Record<string, string>>>({});
  const add = (file: File) =>
    upload.mutate(file, {
      onSuccess: (accepted) => {
        if (file.type.startsWith('image/'))
          setPictures((before) => ({ ...before, [accepted.id]: URL.createObjectURL(file) }));
        onChange([...scans, accepted]);
      },
    });
  return (
    <div className="k-stack">
      <FormRefusal error={upload.error} />
      <FileField
        id="paper-scan"
        name="scan"
        label="現物の画像"
        hint="スキャンや写真。JPEG・PNG・WebP・PDF、1つ10MB、5つまで"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        disabled={upload.isPending || scans.length >= LIMITS.attachments}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file) add(file);
          input.value = '';
        }}
        received={
          <p role="status" className="k-muted k-small">
            {upload.isPending ? '送っています…' : scans.length > 0 ? `${scans.length}つ受け取りました` : ''}
          </p>
        }
      />
      {scans.map((scan) => (
        <figure key={scan.id} className="d-scan">
          {pictures[scan.id] && <img src={pictures[scan.id]} alt={`${scan.fileName}の画像`} />}
          <figcaption className="k-cluster">
            <span>
              {scan.fileName} <span className="k-muted">{sizeWords(scan.byteSize)}</span>
            </span>
            <Button
              type="button"
              variant="tertiary"
              size="small"
              onClick={() => onChange(scans.filter((other) => other.id !== scan.id))}
            >
              外す
            </Button>
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
