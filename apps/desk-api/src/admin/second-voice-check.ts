import type { OperationsCheck } from '@kotae/contracts';
import type { VoiceFigures } from '@kotae/persistence';

/** How the second voice answers, for the operator; nothing where a city has none. It is never needed. */
export function secondVoiceCheck(figures: VoiceFigures | null): OperationsCheck[] {
  if (figures === null) return [];
  const { name, asked, missing } = figures;
  const ok = missing * 2 <= asked;
  return [
    {
      name: 'second-voice',
      ok,
      words: ok
        ? `もう一つの文章モデル（${name}）は答えています（最近の声 ${asked} 件のうち ${asked - missing} 件）。`
        : `もう一つの文章モデル（${name}）が、最近の声 ${asked} 件のうち ${missing} 件で答えていません。`,
      whatToDo: ok
        ? null
        : '受付にも提案にも支障はありません（製品自身の提案だけを表示しています）。文章モデルのサーバーが動いているか、設定（KOTAE_SECOND_VOICE_URL など）が正しいかを確かめてください。',
    },
  ];
}
