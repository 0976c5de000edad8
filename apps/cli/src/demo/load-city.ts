import { DEFAULT_TOPIC_KEYWORDS, STANDARD_TOPICS } from '@kotae/classification';
import { newId } from '@kotae/kernel';
import type { EntityManager } from 'typeorm';
import { hashPassword } from '@kotae/http';
import { DEMO_SECTIONS } from './sections';
import { DEMO_PASSWORD, DEMO_STAFF } from './staff';

/** Sections, topics and accounts. What is there already stays as it is. */
export async function loadCityFrame(tx: EntityManager): Promise<void> {
  await tx.query(
    `insert into section (id, name, sort)
     select x.id, x.name, x.sort from jsonb_to_recordset($1) as x(id text, name text, sort smallint) on conflict do nothing`,
    [JSON.stringify(DEMO_SECTIONS.map((section, sort) => ({ ...section, sort })))],
  );
  const sectionIds = new Map(DEMO_SECTIONS.map((section) => [section.name, section.id]));
  await tx.query(
    `insert into topic (code, name, section_id, keywords, sort)
     select x.code, x.name, x.section_id, x.keywords, x.sort
     from jsonb_to_recordset($1) as x(code text, name text, section_id text, keywords jsonb, sort smallint) on conflict do nothing`,
    [
      JSON.stringify(
        STANDARD_TOPICS.map((topic, sort) => ({
          code: topic.code,
          name: topic.name,
          section_id: sectionIds.get(topic.sectionName),
          keywords: DEFAULT_TOPIC_KEYWORDS[topic.code] ?? [],
          sort,
        })),
      ),
    ],
  );
  // One password, so one hash; a city's own accounts each have a salt of their own.
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await tx.query(
    `insert into staff (id, login, name, role, section_id, password_hash, created_at)
     select x.id, x.login, x.name, x.role, x.section_id, $2, now()
     from jsonb_to_recordset($1) as x(id uuid, login text, name text, role text, section_id text) on conflict (login) do nothing`,
    [
      JSON.stringify(DEMO_STAFF.map(({ sectionId, ...staff }) => ({ ...staff, id: newId(), section_id: sectionId }))),
      passwordHash,
    ],
  );
}
