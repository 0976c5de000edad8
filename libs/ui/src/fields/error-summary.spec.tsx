import { renderToStaticMarkup } from 'react-dom/server';
import { ErrorSummary } from './error-summary';
import { RadioGroup } from './radio-group';
import { TextArea } from './text-area';

describe('ErrorSummary', () => {
  const errors = [
    { fieldId: 'body', message: '本文を書いてください' },
    { fieldId: 'reply', message: '返事がほしいかを選んでください' },
  ];

  it('is an alert that can take the focus and is named by its heading', () => {
    const markup = renderToStaticMarkup(<ErrorSummary errors={errors} />);
    expect(markup).toMatch(/^<div id="error-summary"[^>]*role="alert"[^>]*>/);
    expect(markup).toMatch(/tabindex="-1"/);
    expect(markup).toMatch(/autofocus/);
    expect(markup).toContain('aria-labelledby="error-summary-title"');
    expect(markup).toMatch(/<h2 id="error-summary-title"[^>]*>.*2つの項目を確かめてください/);
  });

  it('links each message to a control that exists', () => {
    const markup = renderToStaticMarkup(
      <>
        <ErrorSummary errors={errors} />
        <TextArea id="body" name="body" label="本文" error="本文を書いてください" />
        <RadioGroup id="reply" name="reply" label="返事" options={[{ value: 'none', label: 'いりません' }]} />
      </>,
    );
    const targets = [...markup.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets).toEqual(['body', 'reply']);
    for (const target of targets) expect(markup).toMatch(new RegExp(`<(textarea|input)[^>]* id="${target}"`));
  });

  it('says what belongs to no field as plain text, and is absent without errors', () => {
    const markup = renderToStaticMarkup(<ErrorSummary errors={[{ message: '時間がたちました' }]} />);
    expect(markup).toContain('<li>時間がたちました</li>');
    expect(renderToStaticMarkup(<ErrorSummary errors={[]} />)).toBe('');
  });
});
