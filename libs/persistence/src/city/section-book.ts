import type { EntityManager } from 'typeorm';

/** A section as the administrator edits it. */
export interface SectionEdited {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly version: number;
  readonly mergedInto: string | null;
}

/** What hangs on a section. */
export interface SectionLoad {
  /** Opinions that wait for its answer. */
  readonly waiting: number;
  /** Accounts that can sign in. */
  readonly staff: number;
  readonly templates: number;
}

export type SectionListed = SectionEdited & SectionLoad;

/** What would move with a section: everything that still asks for its work. */
export interface SectionMoving {
  readonly opinions: number;
  readonly submissions: number;
  readonly staff: number;
  readonly templates: number;
  readonly topics: readonly { readonly code: string; readonly name: string }[];
  /** Indicators that count by this section; they are not changed. */
  readonly indicators: number;
}

const COLUMNS = 'id, name, active, version, merged_into as "mergedInto"';

/** Opinions of submissions that are not ended, and promises of those that are. */
const MOVING = `from opinion o join submission s on s.id = o.submission_id
  where o.section_id = $1 and o.withdrawn_at is null and (s.state in ('received', 'triaged', 'answered') or o.next_look_on is not null)`;

/** Sections, for the administrator. */
export class SectionBook {
  constructor(private readonly tx: EntityManager) {}

  list(): Promise<SectionListed[]> {
    return this.tx.query(
      `select ${COLUMNS},
         (select count(*)::int from opinion o where o.section_id = section.id and o.withdrawn_at is null
            and o.answer_state in ('waiting', 'draft', 'submitted', 'sent_back')) as waiting,
         (select count(*)::int from staff where section_id = section.id and staff.active) as staff,
         (select count(*)::int from answer_template where section_id = section.id) as templates
       from section order by active desc, sort, id`,
    );
  }

  /** In the order of their ids, locked until the transaction ends: who triages into one of them waits, and sees the change. */
  async open(ids: readonly string[]): Promise<SectionEdited[]> {
    return this.tx.query(`select ${COLUMNS} from section where id = any($1) order by id for no key update`, [ids]);
  }

  async nameTaken(name: string, except: string | null): Promise<boolean> {
    const rows: unknown[] = await this.tx.query(
      'select 1 from section where active and name = $1 and id is distinct from $2',
      [name, except],
    );
    return rows.length > 0;
  }

  async add(id: string, name: string): Promise<void> {
    await this.tx.query('insert into section (id, name, sort) select $1, $2, coalesce(max(sort), 0) + 1 from section', [
      id,
      name,
    ]);
  }

  async change({ id, name, active, mergedInto }: Omit<SectionEdited, 'version'>): Promise<void> {
    await this.tx.query(
      'update section set name = $2, active = $3, merged_into = $4, version = version + 1 where id = $1',
      [id, name, active, mergedInto],
    );
  }

  /** Names of the active topics that a section leads. */
  async topicsLed(id: string): Promise<{ code: string; name: string }[]> {
    return this.tx.query('select code, name from topic where section_id = $1 and active order by sort, code', [id]);
  }

  async moving(id: string): Promise<SectionMoving> {
    const [row]: SectionMoving[] = await this.tx.query(
      `select (select count(*)::int ${MOVING}) as opinions, (select count(distinct s.id)::int ${MOVING}) as submissions,
         (select count(*)::int from staff where section_id = $1 and active) as staff,
         (select count(*)::int from answer_template where section_id = $1) as templates,
         (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name) order by sort, code), '[]')
            from topic where section_id = $1) as topics,
         (select count(*)::int from indicator where content->'source'->'sectionIds' ? $1) as indicators`,
      [id],
    );
    return row!;
  }

  async submissionsMoving(id: string): Promise<string[]> {
    const rows: { id: string }[] = await this.tx.query(`select distinct s.id ${MOVING} order by 1`, [id]);
    return rows.map((row) => row.id);
  }

  /** Topics, accounts and templates of one section become another's. */
  async handOver(from: string, into: string): Promise<void> {
    await this.tx.query('update topic set section_id = $2, version = version + 1 where section_id = $1', [from, into]);
    await this.tx.query('update staff set section_id = $2 where section_id = $1', [from, into]);
    await this.tx.query('update answer_template set section_id = $2 where section_id = $1', [from, into]);
  }

  /** Sets the order; ids that are not there are left alone. */
  async order(ids: readonly string[]): Promise<void> {
    await this.tx.query(
      'update section set sort = x.n from unnest($1::text[]) with ordinality as x(id, n) where section.id = x.id and sort <> x.n',
      [ids],
    );
  }
}
