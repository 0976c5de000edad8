import { PII_KINDS, PII_LABELS, type PiiKind } from '@kotae/kernel';
import { Button, Select, TextInput } from '@kotae/ui';
import { useRef, useState } from 'react';
import { timesIn } from './resolve';
import type { PublicTexts } from './resolve';

/** Hides what the machine has not found, everywhere, and says of what kind it is. */
export function HideWords(props: {
  texts: PublicTexts;
  busy: boolean;
  onHide: (words: string, kind: PiiKind) => void;
}) {
  const { texts, busy, onHide } = props;
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<PiiKind>('name');
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const hide = () => {
    if (busy) return;
    field.current?.focus();
    if (timesIn(texts, words.trim()) === 0) {
      setError('この言葉は、題・声・市の考え方のどこにもありません。');
      return;
    }
    onHide(words.trim(), kind);
    setWords('');
    setError(undefined);
  };
  return (
    <section className="k-stack k-stack--small" aria-labelledby="hide-title">
      <h2 id="hide-title">見つからなかったものを伏せる</h2>
      <p className="d-quiet">機械が見落とした個人情報を、すべての文で●●にします。種類と数だけを記録します。</p>
      <TextInput
        ref={field}
        id="hide-words"
        name="hide-words"
        label="伏せる言葉"
        badge="none"
        value={words}
        error={error}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          hide();
        }}
      />
      <Select
        id="hide-kind"
        name="hide-kind"
        label="種類"
        badge="none"
        width="short"
        value={kind}
        options={PII_KINDS.map((value) => ({ value, label: PII_LABELS[value] }))}
        onChange={(event) => setKind(PII_KINDS.find((one) => one === event.currentTarget.value) ?? 'name')}
      />
      <div>
        <Button type="button" variant="secondary" size="small" busy={busy} onClick={hide}>
          ●●にする
        </Button>
      </div>
    </section>
  );
}
