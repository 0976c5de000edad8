import { Inject, Injectable } from '@nestjs/common';
import { moveToSection, type Signature } from '@kotae/casework';
import type { MergeDone, MergePreview, MergeRequest, SectionRequest } from '@kotae/contracts';
import { DomainError, actorName, newId, type Clock } from '@kotae/kernel';
import { OutboxStore, SectionBook, caseStores, notifyDesk, type SectionEdited } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import type { StaffActor } from '../access/access';
import { CLOCK, DATABASE } from '../platform/tokens';
import { changesOf } from './changes-of';
import { CityEditor } from './city-editor';
import { demandVersion, gone, refused } from './refusals';

/** Sections, as the administrator keeps them. None is ever deleted: what it answered stays its own. */
@Injectable()
export class SectionDesk {
  constructor(
    @Inject(DATABASE) private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CityEditor) private readonly editor: CityEditor,
  ) {}

  async add(actor: StaffActor, { name }: SectionRequest): Promise<void> {
    const clean = name.trim();
    await this.editor.edit(actor, async ({ tx, log }) => {
      const book = new SectionBook(tx);
      await demandFreeName(book, clean, null);
      await book.add(`s-${newId(this.clock.now().getTime()).slice(-12)}`, clean);
      await log({ area: 'section', kind: 'added', details: { name: clean } });
    });
  }

  async change(actor: StaffActor, id: string, request: SectionRequest): Promise<void> {
    await this.editor.edit(actor, async ({ tx, log }) => {
      const book = new SectionBook(tx);
      const [before] = await book.open([id]);
      if (before === undefined) throw gone();
      demandVersion(request.version, before.version);
      const after = {
        id,
        name: request.name.trim(),
        active: request.active,
        mergedInto: request.active ? null : before.mergedInto,
      };
      if (after.active) await demandFreeName(book, after.name, id);
      if (before.active && !after.active) await this.#demandNothingLeft(book, before);
      const changes = changesOf(before, after, ['name', 'active']);
      if (changes.length === 0) return;
      await book.change(after);
      await log({ area: 'section', kind: 'changed', details: { name: before.name, changes } });
      await notifyDesk(tx);
    });
  }

  async order(actor: StaffActor, ids: readonly string[]): Promise<void> {
    await this.editor.edit(actor, async ({ tx, log }) => {
      await new SectionBook(tx).order(ids);
      await log({ area: 'section', kind: 'ordered', details: {} });
    });
  }

  async preview(id: string): Promise<MergePreview> {
    const moving = await new SectionBook(this.source.manager).moving(id);
    return { ...moving, topics: moving.topics.map(({ name }) => name) };
  }

  /**
   * 機構改革: open answers, promises, people, templates and topics become another section's in one transaction; what is
   * finished stays with the section that did it, which keeps its name and is used no more.
   */
  async merge(actor: StaffActor, id: string, { into, version }: MergeRequest): Promise<MergeDone> {
    if (into === id) throw refused({ field: 'into', message: '別の課を選んでください。' });
    return this.editor.edit(actor, async ({ tx, log }) => {
      const book = new SectionBook(tx);
      const opened = await book.open([id, into]);
      const from = opened.find((section) => section.id === id);
      const target = opened.find((section) => section.id === into);
      if (from === undefined) throw gone();
      demandVersion(version, from.version);
      if (!from.active) throw new DomainError('wrong_state', 'この課は、もう使われていません。');
      if (target === undefined || !target.active)
        throw refused({ field: 'into', message: '引き継ぐ課を選んでください。' });
      const moving = await book.moving(id);
      // Nobody decides into the old section any more; what is decided already can be seen now.
      await book.change({ ...from, active: false, mergedInto: into });
      const signature: Signature = { actorId: actor.staffId, actorName: actorName(actor), at: this.clock.now() };
      const stores = caseStores(tx);
      // Topics before letters, as triage takes them: two who wait for each other would undo the whole merge.
      await book.handOver(id, into);
      let opinions = 0;
      for (const submissionId of await book.submissionsMoving(id))
        opinions += await moveToSection(stores, { submissionId, from: id, into }, signature);
      await log({
        area: 'section',
        kind: 'merged',
        details: {
          name: from.name,
          into: target.name,
          opinions,
          staff: moving.staff,
          templates: moving.templates,
          topics: moving.topics.map(({ name }) => name),
        },
      });
      await new OutboxStore(tx).add({ name: 'TopicsChanged', payload: { reason: 'edited' } });
      await notifyDesk(tx);
      return { opinions };
    });
  }

  async #demandNothingLeft(book: SectionBook, section: SectionEdited): Promise<void> {
    const { opinions, staff } = await book.moving(section.id);
    const led = (await book.topicsLed(section.id)).length;
    const left = [
      ...(led > 0 ? [`担当する分野が${led}つ`] : []),
      ...(opinions > 0 ? [`終わっていない意見が${opinions}件`] : []),
      ...(staff > 0 ? [`職員が${staff}人`] : []),
    ];
    if (left.length === 0) return;
    throw new DomainError(
      'wrong_state',
      `この課には${left.join('、')}あります。「ほかの課に統合」で引き継ぐと、使わない課にできます。`,
    );
  }
}

async function demandFreeName(book: SectionBook, name: string, except: string | null): Promise<void> {
  if (name === '') throw refused({ field: 'name', message: '名前を入力してください。' });
  if (await book.nameTaken(name, except)) throw refused({ field: 'name', message: '同じ名前の課がすでにあります。' });
}
