import type { ReactNode } from 'react';

export interface ExchangeProps {
  /** The resident's words, quoted. */
  voice: ReactNode;
  voiceLabel?: string;
  answer: ReactNode;
  /** 「市の考え方」, 「道路課からの回答」. */
  answerLabel?: string;
}

/** An opinion quoted above its answer, so that each answer shows what it answers. */
export function Exchange({ voice, voiceLabel = 'いただいた声', answer, answerLabel = '市の考え方' }: ExchangeProps) {
  return (
    <div className="k-exchange">
      <div className="k-exchange__voice">
        <p className="k-exchange__label">{voiceLabel}</p>
        <blockquote>{voice}</blockquote>
      </div>
      <div className="k-exchange__answer">
        <p className="k-exchange__label">{answerLabel}</p>
        <div>{answer}</div>
      </div>
    </div>
  );
}
