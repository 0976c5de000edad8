import type { PublicationView } from '@kotae/contracts';
import { PII_LABELS } from '@kotae/kernel';
import { Button, Notice } from '@kotae/ui';
import type { Ref } from 'react';
import { findings } from './resolve';
import type { Finding, PublicTexts } from './resolve';

/** Personal information found in the text, and what to do about each: hide it everywhere, or say that it is none. */
export function Findings(props: {
  texts: PublicTexts;
  pii: PublicationView['pii'];
  busy: boolean;
  /** What takes the focus when what was pressed is gone. */
  title: Ref<HTMLSpanElement>;
  onHide: (found: Finding) => void;
  onClear: (text: string) => void;
}) {
  const list = findings(props.texts, props.pii);
  const title = (
    <span ref={props.title} tabIndex={-1}>
      {list.length === 0 ? '個人情報は見つかっていません' : `個人情報かもしれない言葉が${list.length}つあります`}
    </span>
  );
  if (list.length === 0)
    return (
      <Notice kind="success" title={title} headingLevel={2}>
        <p>機械が見落とすこともあります。読み直してから公表してください。</p>
      </Notice>
    );
  return (
    <Notice kind="warning" title={title} headingLevel={2}>
      <ul className="d-findings">
        {list.map((found) => (
          <li key={found.text}>
            <p>
              <strong className="k-pii">{found.text}</strong>　{PII_LABELS[found.kind]}
              {found.times > 1 && `　${found.times}か所`}
            </p>
            <p className="k-muted k-small">…{found.around}…</p>
            <div className="k-cluster">
              <Button
                type="button"
                size="small"
                variant="secondary"
                busy={props.busy}
                onClick={() => props.onHide(found)}
              >
                ●●にする
              </Button>
              <Button
                type="button"
                size="small"
                variant="tertiary"
                busy={props.busy}
                onClick={() => props.onClear(found.text)}
              >
                個人情報ではない
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
