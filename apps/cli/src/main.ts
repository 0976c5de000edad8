import 'reflect-metadata';
import { failureText } from './terminal/steps';

/** What each command does, in the order `help` shows them. Loaded when it is asked for. */
const COMMANDS: Readonly<Record<string, { readonly words: string; run(words: string[]): Promise<void> }>> = {
  start: {
    words: 'すべてを始めます（npm start と同じ。--dev でソースの変更を見張ります）',
    run: async (words) => (await import('./start/start')).start(words),
  },
  migrate: {
    words: 'データベースの形を最新にします（--down で 1 つ戻します）',
    run: async (words) => (await import('./upkeep/migrate')).migrateCommand(words),
  },
  setup: {
    words: '自分の市を用意します（--file CITY.json）',
    run: async (words) => (await import('./setup/command')).setupCommand(words),
  },
  demo: {
    words: 'こだま市（デモ）を、空のデータベースに読み込みます',
    run: async () => (await import('./demo/command')).demoCommand(),
  },
  staff: {
    words: '職員のアカウント（staff list / add / password）',
    run: async (words) => (await import('./upkeep/staff')).staffCommand(words),
  },
  classify: {
    words: '声を分類します（--input FILE.jsonl --output FILE.jsonl）',
    run: async (words) => (await import('./classify/command')).classifyCommand(words),
  },
  export: {
    words: 'すべてを JSON Lines で書き出します（--output FOLDER）',
    run: async (words) => (await import('./upkeep/export')).exportCommand(words),
  },
  backup: {
    words: '市のすべてを 1 つのファイルに保存します（--output FILE）',
    run: async (words) => (await import('./upkeep/backup')).backupCommand(words),
  },
  restore: {
    words: '保存したファイルを、空のデータベースに戻します（--input FILE）',
    run: async (words) => (await import('./upkeep/restore')).restoreCommand(words),
  },
  'take-over': {
    words: '時点を戻したあと、元のサーバーがその後に受け付けた声を引き取ります（KOTAE_TAKE_OVER_FROM）',
    run: async () => (await import('./upkeep/take-over')).takeOverCommand(),
  },
  verify: {
    words: '数を数え直し、台帳・集計・意見・仕事が合っているかを確かめます',
    run: async () => (await import('./upkeep/verify')).verifyCommand(),
  },
  help: { words: 'この一覧を見せます', run: async () => help() },
};

function help(): void {
  console.log('\n使い方: npm run kotae -- <コマンド>\n');
  for (const [name, { words }] of Object.entries(COMMANDS)) console.log(`  ${name.padEnd(10)} ${words}`);
  console.log('');
}

const [name = 'help', ...words] = process.argv.slice(2);
const command = COMMANDS[name === '--help' || name === '-h' ? 'help' : name];
if (command === undefined) {
  console.error(`「${name}」というコマンドはありません。`);
  help();
  process.exitCode = 1;
} else {
  await command.run(words).catch((error: unknown) => {
    console.error(failureText(error));
    process.exit(1);
  });
}
