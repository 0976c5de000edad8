import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactElement } from 'react';
import { CheckboxField } from './checkbox-field';
import { CheckboxGroup } from './checkbox-group';
import { FileField } from './file-field';
import { FormField } from './form-field';
import { RadioGroup } from './radio-group';
import { Select } from './select';
import { TextArea } from './text-area';
import { TextInput } from './text-input';

const html = (element: ReactElement) => renderToStaticMarkup(element);

function tag(markup: string, pattern: RegExp): string {
  const found = markup.match(pattern)?.[0];
  if (!found) throw new Error(`no ${pattern} in ${markup}`);
  return found;
}

function attribute(tagText: string, name: string): string | undefined {
  return tagText.match(new RegExp(` ${name}="([^"]*)"`))?.[1];
}

/** Every id named by aria-describedby must exist in the markup. */
function describedTexts(markup: string, tagText: string): string[] {
  return (attribute(tagText, 'aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map((id) => {
      const text = markup.split(` id="${id}"`)[1];
      if (text === undefined) throw new Error(`no element with id ${id}`);
      return text.slice(text.indexOf('>') + 1, 400);
    });
}

describe('FormField', () => {
  it('names its control by a label and describes it by hint, then error', () => {
    const markup = html(
      <TextInput id="email" name="email" label="メール" hint="半角で" error="メールを書いてください" required />,
    );
    const input = tag(markup, /<input[^>]*>/);
    expect(tag(markup, /<label[^>]*>/)).toContain('for="email"');
    expect(attribute(input, 'id')).toBe('email');
    expect(attribute(input, 'aria-describedby')).toBe('email-hint email-error');
    expect(attribute(input, 'aria-invalid')).toBe('true');
    const [hint, error] = describedTexts(markup, input);
    expect(hint).toContain('半角で');
    expect(error).toContain('メールを書いてください');
  });

  it('puts label, hint, error and control in this order', () => {
    const markup = html(<TextInput id="a" name="a" label="ラベル" hint="ヒント" error="まちがい" />);
    const places = ['ラベル', 'ヒント', 'まちがい', '<input'].map((part) => markup.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('claims no description and no error when there is none', () => {
    const input = tag(html(<TextInput id="a" name="a" label="件名" />), /<input[^>]*>/);
    expect(input).not.toContain('aria-describedby');
    expect(input).not.toContain('aria-invalid');
  });

  it('says 必須 or 任意 in words inside the label', () => {
    expect(tag(html(<TextInput id="a" name="a" label="件名" required />), /<label.*<\/label>/)).toContain('必須');
    expect(tag(html(<TextInput id="a" name="a" label="件名" />), /<label.*<\/label>/)).toContain('任意');
    expect(html(<TextInput id="a" name="a" label="件名" badge="none" />)).not.toMatch(/必須|任意/);
  });

  it('leaves checking to the server: no native required, which would show the browser’s own words', () => {
    expect(html(<TextInput id="a" name="a" label="件名" required />)).not.toMatch(/ required/);
  });

  it('hands ids to whatever control it is given', () => {
    const markup = html(
      <FormField id="when" label="日" error="日を選んでください">
        {(control) => <input {...control} type="date" />}
      </FormField>,
    );
    expect(tag(markup, /<input[^>]*>/)).toContain('aria-describedby="when-error"');
  });

  it('cannot be given a placeholder', () => {
    // @ts-expect-error a placeholder disappears when one needs it
    const markup = html(<TextInput id="a" name="a" label="件名" placeholder="例" />);
    expect(markup).toContain('件名');
  });
});

describe('kinds of fields', () => {
  it('counts characters without cutting the text', () => {
    const markup = html(<TextArea id="body" name="body" label="本文" count={{ max: 3000, current: 3012 }} />);
    const area = tag(markup, /<textarea[^>]*>/);
    expect(area).not.toContain('maxlength');
    expect(attribute(area, 'aria-describedby')).toBe('body-count');
    expect(markup).toContain('3,012字');
    expect(markup).toContain('12字多いです');
  });

  it('groups radio buttons under a legend, the first taking the field’s id for the error link', () => {
    const markup = html(
      <RadioGroup
        id="reply"
        name="reply"
        label="返事"
        error="選んでください"
        options={[
          { value: 'none', label: 'いりません', hint: '名前は聞きません' },
          { value: 'email', label: 'メール' },
        ]}
        defaultValue="email"
      />,
    );
    expect(markup).toMatch(/<fieldset[^>]*aria-describedby="reply-error"[^>]*><legend/);
    const radios = markup.match(/<input[^>]*>/g) ?? [];
    expect(radios.map((radio) => attribute(radio, 'id'))).toEqual(['reply', 'reply-email']);
    expect(radios[0]).not.toContain('checked');
    expect(radios[1]).toContain('checked');
    expect(describedTexts(markup, radios[0] ?? '')[0]).toContain('名前は聞きません');
    expect(markup).not.toContain('<label for="reply"></label>');
  });

  it('ticks exactly the given checkboxes', () => {
    const markup = html(
      <CheckboxGroup
        id="t"
        name="t"
        label="こと"
        options={['a', 'b', 'c'].map((value) => ({ value, label: value }))}
        defaultValues={['a', 'c']}
      />,
    );
    expect((markup.match(/<input[^>]*>/g) ?? []).map((box) => box.includes('checked'))).toEqual([true, false, true]);
  });

  it('gives the single checkbox its label, hint and error', () => {
    const markup = html(
      <CheckboxField id="p" name="p" label="公表してよい" hint="取り消せます" error="選んでください" />,
    );
    const box = tag(markup, /<input[^>]*>/);
    expect(markup).toContain('<label for="p">公表してよい</label>');
    expect(describedTexts(markup, box)).toHaveLength(2);
    expect(attribute(box, 'aria-invalid')).toBe('true');
  });

  it('keeps the native list and the native file picker', () => {
    const select = html(
      <Select
        id="d"
        name="d"
        label="地区"
        emptyLabel="選ばない"
        defaultValue="2"
        options={[
          { value: '1', label: '中央' },
          { label: '北部', options: [{ value: '2', label: '北原' }] },
        ]}
      />,
    );
    expect(select).toContain('<option value="">選ばない</option>');
    expect(select).toContain('<optgroup label="北部"><option value="2" selected="">北原</option>');
    const file = html(<FileField id="f" name="f" label="写真" accept="image/jpeg" multiple />);
    expect(tag(file, /<input[^>]*>/)).toMatch(/type="file"/);
    expect(tag(file, /<label[^>]*>/)).toContain('for="f"');
  });
});
