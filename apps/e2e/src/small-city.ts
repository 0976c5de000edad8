import { hashPassword } from '@kotae/http';
import { createStaff, migrate, openDatabase, writeCitySettings, type CitySettings } from '@kotae/persistence';
import type { LocalPostgres } from '@kotae/servers';

/** Of the one account, `desk`. */
export const STAFF_PASSWORD = 'とても長い合言葉 12';

/** A city with a handful of everything, so that it stands within a moment. */
export const SMALL_CITY: CitySettings = {
  name: 'みぎわ市',
  mayorName: '汀 一郎',
  deskName: '広報広聴課',
  deskPhone: '0000-00-0000',
  deskPostalCode: '000-0000',
  deskAddress: 'みぎわ市中央1-1',
  deskEmail: 'koucho@migiwa.example',
  districts: ['中央'],
  replyRule: { days: 14, unit: 'calendar' },
  extraHolidays: [],
  replySigner: 'みぎわ市長　汀 一郎',
  maskForSections: true,
  urgentLines: [],
  publicWords: [],
  portalUrl: 'http://portal.migiwa.example',
  deskUrl: 'http://desk.migiwa.example',
};

const SMALL_CITY_SECTIONS = [
  ['roads', '道路課'],
  ['culture', '生涯学習課'],
] as const;

const SMALL_CITY_TOPICS = [
  ['roads', '道路・側溝・街路灯', 'roads'],
  ['culture', '生涯学習・文化・図書館', 'culture'],
] as const;

/** The roles of a city's own server and an empty database, as docs/operations.md says. */
export async function makeRolesAndDatabase(postgres: LocalPostgres, database: string, password: string): Promise<void> {
  await postgres.query(
    ['owner', 'portal', 'desk', 'worker']
      .map((role) => `create role kotae_${role} login password '${password}'${role === 'owner' ? ' createrole' : ''}`)
      .join(';'),
  );
  await postgres.createDatabase(database, 'kotae_owner');
  await postgres.query('alter schema public owner to kotae_owner', database);
}

/** Migrated, with a desk, sections and topics; no model is trained, because a training takes longer than these tests. */
export async function buildSmallCity(postgres: LocalPostgres, database: string, password: string): Promise<void> {
  await makeRolesAndDatabase(postgres, database, password);
  const owner = await openDatabase({
    url: postgres.url('kotae_owner', password, database),
    poolSize: 2,
    applicationName: 'kotae e2e',
  });
  try {
    await migrate(owner);
    await writeCitySettings(owner, SMALL_CITY);
    for (const [id, name] of SMALL_CITY_SECTIONS) {
      await owner.query('insert into section (id, name) values ($1, $2)', [id, name]);
    }
    for (const [code, name, section] of SMALL_CITY_TOPICS) {
      await owner.query('insert into topic (code, name, section_id) values ($1, $2, $3)', [code, name, section]);
    }
    await owner.query(
      `with event as (insert into outbox (id, name, payload, created_at, expanded_at)
         values (gen_random_uuid(), 'ModelRequested', '{"reason": "first_start"}', now(), now()) returning id)
       insert into delivery (event_id, reaction, state, attempts, next_try_at, done_at)
       select id, 'train-model', 'done', 1, now(), now() from event`,
    );
    await createStaff(owner, {
      login: 'desk',
      name: '広聴 担当',
      role: 'desk',
      sectionId: null,
      passwordHash: await hashPassword(STAFF_PASSWORD),
      createdAt: new Date(),
    });
  } finally {
    await owner.destroy();
  }
}
