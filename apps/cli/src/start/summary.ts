import { table } from '../terminal/table';

export interface DemoAccount {
  readonly login: string;
  readonly role: string;
  readonly section: string;
}

export interface SummaryInput {
  readonly cityName: string;
  readonly portalUrl: string;
  readonly deskUrl: string;
  readonly data: string;
  readonly seconds: number;
  readonly accounts: readonly DemoAccount[];
  readonly password: string | null;
  /** Null when mails really go out. */
  readonly mailFolder: string | null;
}

/** What stands at the end of `npm start`. */
export function summary(input: SummaryInput): string {
  const parts = [
    `\n${input.cityName}の応えが動いています（${input.seconds.toFixed(1)} 秒で始まりました）。 / Kotae is ready.\n`,
    table([
      ['市民のページ', input.portalUrl],
      ['職員のページ', input.deskUrl],
      ['データ', input.data],
      [
        'メール',
        input.mailFolder === null ? 'SMTP_URL のサーバーから送ります' : `送らずに ${input.mailFolder} に置きます`,
      ],
    ]),
  ];
  if (input.password !== null && input.accounts.length > 0) {
    parts.push(
      `\nデモの職員（パスワードはどれも ${input.password}）\n`,
      table([
        ['ユーザー名', '役割', '所属'],
        ...input.accounts.map((account) => [account.login, account.role, account.section]),
      ]),
    );
  }
  parts.push('\n止めるには Ctrl-C を押してください。 / Press Ctrl-C to stop.\n');
  return parts.join('\n');
}
