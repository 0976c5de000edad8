import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DEFAULT_TOPIC_KEYWORDS, STANDARD_TOPICS } from '@kotae/classification';
import { migrate, writeCitySettings } from '@kotae/persistence';
import { cityExists } from '../demo/load';
import { asOwner } from '../start/owner-connection';
import { readWords, WrongWords } from '../terminal/read-words';
import { Trouble } from '../trouble';
import { readSetupFile } from './setup-file';

/** `kotae setup --file CITY.json`: a city of one's own instead of the demo: settings, sections, the standard topics. */
export async function setupCommand(words: readonly string[]): Promise<void> {
  const values = readWords(words, { file: { type: 'string' } });
  if (values.file === undefined)
    throw new WrongWords(
      '市の設定のファイルが要ります。',
      'docs/operations.md に見本があります。 / The file is missing.',
    );
  const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), values.file);
  const setup = readSetupFile(
    await readFile(path, 'utf8').catch(() => {
      throw new Trouble(`${values.file} を開けません。`, 'ファイル名をご確認ください。 / The file cannot be opened.');
    }),
    STANDARD_TOPICS.map(({ code }) => code),
  );
  await asOwner(async ({ source }) => {
    await migrate(source);
    if (await cityExists(source)) {
      throw new Trouble(
        '市の設定がもうあります。',
        '変えるときは、職員のページの「市の設定」「分野と担当課」をお使いください。 / A city is set up already.',
      );
    }
    await source.transaction(async (tx) => {
      await tx.query(
        `insert into section (id, name, sort) select x.id, x.name, x.sort
         from jsonb_to_recordset($1) as x(id text, name text, sort smallint)`,
        [JSON.stringify(setup.sections.map(({ id, name }, sort) => ({ id, name, sort })))],
      );
      const topics = STANDARD_TOPICS.map(({ code, name }, sort) => ({
        code,
        name,
        section_id: setup.sections.find(({ topics: led }) => led.includes(code))!.id,
        keywords: DEFAULT_TOPIC_KEYWORDS[code] ?? [],
        sort,
      }));
      await tx.query(
        `insert into topic (code, name, section_id, keywords, sort) select x.code, x.name, x.section_id, x.keywords, x.sort
         from jsonb_to_recordset($1) as x(code text, name text, section_id text, keywords jsonb, sort smallint)`,
        [JSON.stringify(topics)],
      );
      await writeCitySettings(tx, setup.settings);
    });
  });
  console.log(
    `${setup.settings.name}を用意しました。次に「staff add --role administrator …」で管理者を作ってください。`,
  );
}
