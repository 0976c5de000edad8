import { CHANNELS, DomainError, OPINION_CLASSES, OUTCOMES, type FieldProblem } from '@kotae/kernel';
import { FORMULA_OPS, type IndicatorSource } from './source';

const LIST_MAX = 200;

/**
 * A source as it comes from outside, read field by field; nothing else is taken over.
 * Throws `invalid_input` with one problem per field.
 */
export function readSource(raw: unknown): IndicatorSource {
  const given = isRecord(raw) ? raw : {};
  const fields: FieldProblem[] = [];
  const texts = (field: string): string[] | undefined => {
    const list = given[field];
    if (list === undefined || list === null) return undefined;
    if (Array.isArray(list) && list.length <= LIST_MAX && list.every((item) => typeof item === 'string' && item !== ''))
      return [...new Set(list as string[])];
    fields.push({ field, message: '一覧から選んでください。' });
    return undefined;
  };
  const codes = <C extends string>(field: string, known: readonly C[]): C[] | undefined => {
    const list = texts(field);
    if (list === undefined) return undefined;
    const found = known.filter((code) => list.includes(code));
    if (found.length !== list.length) fields.push({ field, message: '一覧から選んでください。' });
    return found;
  };
  const source = sourceOf(given, texts, codes, fields);
  if (source === null || fields.length > 0)
    throw new DomainError('invalid_input', '数え方を確かめてください。', fields);
  return source;
}

function sourceOf(
  given: Readonly<Record<string, unknown>>,
  texts: (field: string) => string[] | undefined,
  codes: <C extends string>(field: string, known: readonly C[]) => C[] | undefined,
  fields: FieldProblem[],
): IndicatorSource | null {
  switch (given['kind']) {
    case 'typed':
    case 'imported':
      return { kind: given['kind'] };
    case 'formula': {
      const op = FORMULA_OPS.find((known) => known === given['op']);
      if (op === undefined) fields.push({ field: 'op', message: '計算のしかたを選んでください。' });
      return { kind: 'formula', op: op ?? 'share_met', indicatorIds: orderOf(given['indicatorIds'], fields) };
    }
    case 'facts': {
      const measure = given['measure'];
      if (measure !== 'class' && measure !== 'outcome') {
        fields.push({ field: 'measure', message: '何を数えるかを選んでください。' });
        return null;
      }
      return {
        kind: 'facts',
        measure,
        ...present('classes', codes('classes', OPINION_CLASSES)),
        ...present('outcomes', codes('outcomes', OUTCOMES)),
        ...present('channels', codes('channels', CHANNELS)),
        ...present('topics', texts('topics')),
        ...present('sectionIds', texts('sectionIds')),
        ...present('districts', texts('districts')),
      };
    }
    default:
      fields.push({ field: 'kind', message: '値の出どころを選んでください。' });
      return null;
  }
}

/** The order of a formula's indicators carries meaning, and a repeated one is told to the person by `checkSource`. */
function orderOf(list: unknown, fields: FieldProblem[]): string[] {
  if (Array.isArray(list) && list.length <= LIST_MAX && list.every((item) => typeof item === 'string'))
    return list as string[];
  fields.push({ field: 'indicatorIds', message: '計算のもとになる指標を選んでください。' });
  return [];
}

function present<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
