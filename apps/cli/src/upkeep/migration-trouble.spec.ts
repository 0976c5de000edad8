import { MigrationFailed } from '@kotae/persistence';
import { Trouble } from '../trouble';
import { migrationTrouble } from './migration-trouble';

const trouble = (error: unknown): Trouble => {
  const found = migrationTrouble(error);
  if (!(found instanceof Trouble)) throw new Error('was not explained');
  return found;
};

describe('what is said of a migration that did not come about', () => {
  it('names it, says that nothing is lost, and what to do', () => {
    const { message, advice } = trouble(
      new MigrationFailed('Topics9', { code: '42P07', message: 'relation "topic_word" already exists' }),
    );
    expect(message).toContain('Topics9: 42P07: relation "topic_word" already exists');
    expect(advice).toContain('まるごと取り消しました');
    expect(advice).toContain('もう一度「migrate」');
  });

  it('tells a busy table and another migration from a failure', () => {
    expect(trouble(new MigrationFailed(null, { code: 'table_in_use', message: null })).advice).toContain(
      'バックアップ',
    );
    expect(trouble(new MigrationFailed(null, { code: 'another_migration', message: null })).message).toContain(
      'ほかの移行',
    );
  });

  it('sends nobody to the maker for a disk that is full', () => {
    const { message, advice } = trouble(new MigrationFailed('Topics9', { code: '53100', message: null }));
    expect(message).toContain('空きがありません');
    expect(advice).not.toContain('開発元');
  });

  it('leaves other errors alone', () => {
    const other = new Error('something else');
    expect(migrationTrouble(other)).toBe(other);
  });
});
