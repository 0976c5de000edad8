import { ROLES } from '@kotae/kernel';
import { readWords } from './terminal/read-words';

export interface Command {
  /** What it does, in one line. */
  readonly words: string;
  /** How it is written, one line for each way. */
  readonly usage: readonly string[];
  run(words: readonly string[]): Promise<void>;
}

/** The commands in the order `help` shows them. Each is loaded when it is asked for. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  start: {
    words: 'すべてを始めます（npm start と同じ。--dev でソースの変更を見張ります）',
    usage: ['start [--dev]'],
    run: async (words) => (await import('./start/start')).start(words),
  },
  migrate: {
    words: 'データベースの形を最新にします（--down で 1 つ戻します）',
    usage: ['migrate [--down]'],
    run: async (words) => (await import('./upkeep/migrate')).migrateCommand(words),
  },
  setup: {
    words: '自分の市を用意します（--file CITY.json）',
    usage: ['setup --file CITY.json'],
    run: async (words) => (await import('./setup/command')).setupCommand(words),
  },
  demo: {
    words: 'こだま市（デモ）を、空のデータベースに読み込みます',
    usage: ['demo'],
    run: withoutWords(async () => (await import('./demo/command')).demoCommand()),
  },
  staff: {
    words: '職員のアカウント（staff list / add / password）',
    usage: [
      'staff list',
      `staff add --login NAME --name 氏名 --role ${ROLES.join('|')} [--section 課のID]`,
      'staff password --login NAME',
    ],
    run: async (words) => (await import('./upkeep/staff')).staffCommand(words),
  },
  classify: {
    words: '声を分類します（--input FILE.jsonl --output FILE.jsonl）',
    usage: ['classify --input FILE.jsonl --output FILE.jsonl'],
    run: async (words) => (await import('./classify/command')).classifyCommand(words),
  },
  export: {
    words: 'すべてを JSON Lines で書き出します（--output FOLDER）',
    usage: ['export --output FOLDER'],
    run: async (words) => (await import('./upkeep/export')).exportCommand(words),
  },
  backup: {
    words: '市のすべてを 1 つのファイルに保存します（--output FILE）',
    usage: ['backup --output FILE'],
    run: async (words) => (await import('./upkeep/backup')).backupCommand(words),
  },
  restore: {
    words: '保存したファイルを、空のデータベースに戻します（--input FILE）',
    usage: ['restore --input FILE'],
    run: async (words) => (await import('./upkeep/restore')).restoreCommand(words),
  },
  'take-over': {
    words: '時点を戻したあと、元のサーバーがその後に受け付けた声を引き取ります（KOTAE_TAKE_OVER_FROM）',
    usage: ['take-over'],
    run: withoutWords(async () => (await import('./upkeep/take-over')).takeOverCommand()),
  },
  verify: {
    words: '数を数え直し、台帳・集計・意見・仕事が合っているかを確かめます',
    usage: ['verify'],
    run: withoutWords(async () => (await import('./upkeep/verify')).verifyCommand()),
  },
};

function withoutWords(run: () => Promise<void>): Command['run'] {
  return async (words) => {
    readWords(words, {});
    await run();
  };
}
