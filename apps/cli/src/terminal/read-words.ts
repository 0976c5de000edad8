import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Trouble } from '../trouble';

/** What stands behind a command is not what the command takes: its usage is shown with this. */
export class WrongWords extends Trouble {}

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Options> = ReturnType<typeof parseArgs<{ args: string[]; options: O }>>['values'];

/** The options behind a command. @throws WrongWords for one that it does not have, without its value, or a word too many. */
export function readWords<const O extends Options>(words: readonly string[], options: O): Values<O> {
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.startsWith('ERR_PARSE_ARGS_')) throw error;
    const said = /'([^']*)'/.exec(message)?.[1] ?? '';
    throw new WrongWords(`「${said}」${WHAT[code] ?? 'は、この書き方では使えません。'}`, `${message.split('. ')[0]}.`);
  }
}

const WHAT: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: 'という指定はありません。',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: 'は余分です。',
};
