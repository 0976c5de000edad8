import type { Role } from '@kotae/kernel';
import { DEMO_SECTIONS } from './sections';

/** Printed at the end of `npm start`, so no secret. */
export const DEMO_PASSWORD = 'kodama-demo-2026';

export interface DemoStaff {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly sectionId: string | null;
}

const FAMILY =
  '青山 石田 上原 榎本 大西 片桐 北川 草野 小島 坂口 志村 杉本 関根 高畑 千葉 津田 中西 野口 橋爪 平井 福永 堀内'.split(
    ' ',
  );
const FAMILY_OF_HEADS =
  '松岡 水谷 村瀬 森下 安田 湯川 横井 若林 秋元 泉谷 梅原 岡崎 川端 桐山 黒木 桜田 白石 田代 塚本 戸田 永井 浜口'.split(
    ' ',
  );
const GIVEN = 'はるか 健一 美咲 大輔 由美 翔太 恵子 直樹 真理 拓也 さゆり'.split(' ');

const OFFICE: readonly DemoStaff[] = [
  { login: 'kouhou', name: '広田 さくら', role: 'desk', sectionId: 'hisho' },
  { login: 'kouhou2', name: '応野 一樹', role: 'desk', sectionId: 'hisho' },
  { login: 'kanri', name: '管 良子', role: 'management', sectionId: null },
  { login: 'admin', name: 'システム管理者', role: 'administrator', sectionId: null },
  { login: 'kansa', name: '監物 誠', role: 'auditor', sectionId: null },
];

/** One member and one approver (`-k` for 課長) in every section, and the offices beside them. */
export const DEMO_STAFF: readonly DemoStaff[] = [
  ...OFFICE,
  ...DEMO_SECTIONS.flatMap((section, i): DemoStaff[] => [
    {
      login: section.id,
      name: `${FAMILY[i]} ${GIVEN[i % GIVEN.length]}`,
      role: 'section_member',
      sectionId: section.id,
    },
    {
      login: `${section.id}-k`,
      name: `${FAMILY_OF_HEADS[i]} ${GIVEN[(i + 4) % GIVEN.length]}`,
      role: 'section_approver',
      sectionId: section.id,
    },
  ]),
];
