import { Inject, Injectable } from '@nestjs/common';
import type { TopicRequest } from '@kotae/contracts';
import { DomainError, newId, type Clock } from '@kotae/kernel';
import { OutboxStore, TopicBook } from '@kotae/persistence';
import type { EntityManager } from 'typeorm';
import type { StaffActor } from '../access/access';
import { CLOCK } from '../platform/tokens';
import { changesOf } from './changes-of';
import { CityEditor } from './city-editor';
import { demandVersion, gone, refused } from './refusals';

/** Topics, as the administrator keeps them. None is ever deleted: what was decided keeps its topic. */
@Injectable()
export class TopicDesk {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CityEditor) private readonly editor: CityEditor,
  ) {}

  async add(actor: StaffActor, request: TopicRequest): Promise<void> {
    await this.editor.edit(actor, async ({ tx, log }) => {
      const book = new TopicBook(tx);
      const topic = { code: `t-${newId(this.clock.now().getTime()).slice(-12)}`, ...cleaned(request) };
      await demandFreeName(book, topic.name, null);
      const section = await demandSection(book, topic.sectionId);
      await book.add(topic);
      await log({ area: 'topic', kind: 'added', details: { name: topic.name, section, keywords: topic.keywords } });
      await readAgain(tx);
    });
  }

  async change(actor: StaffActor, code: string, request: TopicRequest): Promise<void> {
    await this.editor.edit(actor, async ({ tx, log }) => {
      const book = new TopicBook(tx);
      const before = await book.open(code);
      if (before === null) throw gone();
      demandVersion(request.version, before.version);
      const after = { code, ...cleaned(request), active: request.active };
      if (after.active) await demandFreeName(book, after.name, code);
      if (after.active || after.sectionId !== before.sectionId) await demandSection(book, after.sectionId);
      if (!after.active && !(await book.othersActive(code)))
        throw new DomainError('wrong_state', '分野は、少なくとも1つ使う必要があります。');
      const names = await sectionNames(tx);
      const named = (topic: typeof after) => ({ ...topic, section: names.get(topic.sectionId) ?? topic.sectionId });
      const changes = changesOf(named({ ...before, keywords: [...before.keywords] }), named(after), [
        'name',
        'section',
        'keywords',
        'active',
      ]);
      if (changes.length === 0) return;
      await book.change(after);
      await log({ area: 'topic', kind: 'changed', details: { name: before.name, changes } });
      await readAgain(tx);
    });
  }

  async order(actor: StaffActor, codes: readonly string[]): Promise<void> {
    await this.editor.edit(actor, async ({ tx, log }) => {
      await new TopicBook(tx).order(codes);
      await log({ area: 'topic', kind: 'ordered', details: {} });
    });
  }
}

function cleaned({ name, sectionId, keywords }: TopicRequest) {
  const words = keywords.map((word) => word.trim()).filter((word) => word !== '');
  return { name: name.trim(), sectionId, keywords: [...new Set(words)] };
}

async function demandFreeName(book: TopicBook, name: string, except: string | null): Promise<void> {
  if (name === '') throw refused({ field: 'name', message: '名前を入力してください。' });
  if (await book.nameTaken(name, except)) throw refused({ field: 'name', message: '同じ名前の分野がすでにあります。' });
}

async function demandSection(book: TopicBook, id: string): Promise<string> {
  const name = await book.activeSection(id);
  if (name === null) throw refused({ field: 'sectionId', message: '主に担当する課を選んでください。' });
  return name;
}

async function sectionNames(tx: EntityManager): Promise<Map<string, string>> {
  const rows: { id: string; name: string }[] = await tx.query('select id, name from section');
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The worker proposes again for what nobody has sorted yet. */
function readAgain(tx: EntityManager): Promise<void> {
  return new OutboxStore(tx).add({ name: 'TopicsChanged', payload: { reason: 'edited' } });
}
