import type { SubmissionDetail } from '@kotae/contracts';
import { Button, Kbd, Notice } from '@kotae/ui';
import { useEffect, useRef, useState } from 'react';
import type { Ref } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { useKeys } from '../../shared/keys';
import { LetterText, MarkedText } from './letter-text';
import { occurrences } from './letter-marks';
import type { Stretch, SelectionStep } from './spans';
import { stepped } from './spans';

export interface LetterPaneProps {
  detail: SubmissionDetail;
  opinions: readonly Stretch[];
  /** Index of the opinion that is worked on; null when none is. */
  current: number | null;
  /** Words that speak for the machine's suggestion of the current opinion. */
  evidence: readonly string[];
  /** Chosen by keyboard while splitting; null when not splitting. */
  chosen: Stretch | null;
  textRef: Ref<HTMLDivElement>;
}

/** The letter as it was sent, with its opinions marked and personal information underlined. */
export function LetterPane({ detail, opinions, current, evidence, chosen, textRef }: LetterPaneProps) {
  const [hidden, setHidden] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const personal = detail.suggestion?.pii ?? [];
  const inSubject = detail.suggestion?.subjectPii ?? [];
  const places = personal.length + inSubject.length;
  const stretch = current === null ? undefined : opinions[current];
  useKeys(
    '本文',
    places > 0 ? [{ keys: ['p'], label: '個人情報を伏せる・見せる', run: () => setHidden((h) => !h) }] : [],
  );
  useEffect(() => {
    if (current !== null && opinions.length > 1)
      box.current?.querySelector('.d-letter__opinion--current')?.scrollIntoView({ block: 'nearest' });
  }, [current, opinions.length]);
  return (
    <div ref={box} className="k-stack">
      {detail.masked && <p className="d-quiet">個人情報は●●で伏せて表示しています。</p>}
      {detail.subject && (
        <p className="d-subject">
          <MarkedText
            text={detail.subject}
            current={null}
            hidden={hidden}
            marks={{ opinions: [], personal: inSubject, evidence: [], chosen: null }}
          />
        </p>
      )}
      <LetterText
        ref={textRef}
        text={detail.body}
        current={current === null ? null : current + 1}
        hidden={hidden}
        marks={{
          opinions,
          personal,
          evidence: stretch ? occurrences(detail.body, stretch, evidence) : [],
          chosen,
        }}
      />
      {places > 0 && (
        <p className="d-quiet k-cluster">
          個人情報 {places}か所
          <Button
            type="button"
            variant="tertiary"
            size="small"
            aria-pressed={hidden}
            onClick={() => setHidden(!hidden)}
            shortcut={<Kbd>p</Kbd>}
          >
            {hidden ? '見せる' : '伏せる'}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Choosing text by keyboard: the bar that says how, and the keys, while it lasts. */
export function SplitMode(props: {
  text: string;
  chosen: Stretch;
  onMove: (chosen: Stretch) => void;
  onTake: () => void;
  onCancel: () => void;
}) {
  const { text, chosen, onMove, onTake, onCancel } = props;
  const announce = useAnnounce();
  const box = useRef<HTMLDivElement>(null);
  const words = text.slice(chosen.start, chosen.end).trim();
  const step = (by: SelectionStep) => () => onMove(stepped(text, chosen, by));
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    announce({ text: words, quiet: true });
    document.querySelector('.d-letter__chosen')?.scrollIntoView({ block: 'nearest' });
  }, [announce, words]);
  useKeys(
    '文を選ぶ',
    [
      { keys: ['j', 'ArrowDown'], shown: '↓', label: '次の文', bar: true, run: step('next') },
      { keys: ['k', 'ArrowUp'], shown: '↑', label: '前の文', bar: true, run: step('previous') },
      { keys: ['ArrowRight'], shown: '→', label: '長く', bar: true, run: step('longer') },
      { keys: ['ArrowLeft'], shown: '←', label: '短く', bar: true, run: step('shorter') },
      { keys: ['l'], label: '始まりを後ろへ', bar: true, run: step('start-later') },
      { keys: ['h'], label: '始まりを前へ', bar: true, run: step('start-earlier') },
      { keys: ['Enter', 's'], shown: 'Enter', label: '意見にする', bar: true, run: onTake },
      { keys: ['Escape'], shown: 'Esc', label: 'やめる', bar: true, run: onCancel },
    ],
    true,
  );
  return (
    <div ref={box} tabIndex={-1} className="d-split-mode">
      <Notice kind="info">
        <p>
          意見にする部分を選んでください。<Kbd>↑</Kbd> <Kbd>↓</Kbd> で文、<Kbd>←</Kbd> <Kbd>→</Kbd> で長さ、
          <Kbd>h</Kbd> <Kbd>l</Kbd> で始まりが動きます。マウスで選んでもかまいません。
        </p>
        <div className="k-cluster">
          <Button type="button" size="small" onClick={onTake} shortcut={<Kbd>Enter</Kbd>}>
            この部分を意見にする
          </Button>
          <Button type="button" variant="tertiary" size="small" onClick={onCancel} shortcut={<Kbd>Esc</Kbd>}>
            やめる
          </Button>
        </div>
      </Notice>
    </div>
  );
}
