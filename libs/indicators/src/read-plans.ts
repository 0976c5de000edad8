import { DomainError } from '@kotae/kernel';
import type { FiscalPeriod, Indicator, Plan, Programme } from './model';
import type { FilePlan, PlansFile } from './plans-file';
import { readIndicator, readQuestion } from './read-indicators';
import { Ambiguities, note } from './read-notes';
import { readKochoProgramme, readProgramme, readProgrammeIndicators } from './read-programmes';

/** Plans with what belongs to them, ready to be stored. Ids are the file's own, so loading twice finds the same rows. */
export interface PlanBook {
  readonly plans: readonly Plan[];
  readonly programmes: readonly Programme[];
  readonly indicators: readonly Indicator[];
}

/**
 * Turns data/plans.json into plans, programmes and indicators. Printed strings are carried over unchanged, contradictions
 * stay, and what the source leaves open becomes a note on what it concerns.
 * Throws `invalid_input` when the file holds a code we do not know, a link to nothing, or other counts than it states.
 */
export function readPlans(file: PlansFile): PlanBook {
  const ambiguities = new Ambiguities(file.ambiguities);
  checkLinks(file, ambiguities);
  const indicators = [...tableIndicators(file, ambiguities), ...kodairaIndicators(file, ambiguities)];
  const programmes = [
    ...file.kodaira.programs.map((p) => readProgramme(p, ambiguities)),
    ...file.kocho_programs.map((p, i) => readKochoProgramme(p, i + 1, ambiguities)),
  ];
  const plans = file.plans.map((p) => readPlan(p, file, ambiguities));
  checkCounts(file, programmes, indicators);
  return { plans, programmes, indicators };
}

function readPlan(plan: FilePlan, file: PlansFile, ambiguities: Ambiguities): Plan {
  return {
    id: plan.plan_id,
    municipality: plan.municipality,
    name: plan.plan_name,
    excerpt: plan.excerpt,
    period: periodOf(plan),
    own: false,
    sourceFile: plan.source_file,
    governance: plan.plan_id === 'kodaira' ? file.kodaira.progress_governance : [],
    notes: [...ambiguities.remaining(plan.plan_id), ...note('plan', plan.plan_name_basis)],
  };
}

function tableIndicators(file: PlansFile, ambiguities: Ambiguities): Indicator[] {
  const rows = file.indicators.map((row, i) => readIndicator(row, i + 1, ambiguities));
  const questions = file.perception_questions.map((q, i) => readQuestion(q, rows.length + i + 1, ambiguities));
  return [...rows, ...questions];
}

function kodairaIndicators(file: PlansFile, ambiguities: Ambiguities): Indicator[] {
  const { programs } = file.kodaira;
  const plan = file.plans.find((p) => p.plan_id === 'kodaira');
  const period = plan === undefined ? null : periodOf(plan);
  const idsOf = (no: number) => programs.find((p) => p.no === no)?.indicators.map((i) => i.id) ?? [];
  const read: Indicator[] = [];
  for (const program of programs)
    read.push(...readProgrammeIndicators(program, read.length + 1, period, ambiguities, idsOf));
  return read;
}

/** The period, where the source prints one: 「plan period 平成23～27年度」. Nothing is inferred. */
function periodOf(plan: FilePlan): FiscalPeriod | null {
  const found = /plan period 平成(\d+)～(\d+)年度/.exec(plan.excerpt);
  return found === null ? null : { first: 1988 + Number(found[1]), last: 1988 + Number(found[2]) };
}

function checkLinks(file: PlansFile, ambiguities: Ambiguities): void {
  const plans = new Set(file.plans.map((p) => p.plan_id));
  const rows = [...file.indicators, ...file.perception_questions, ...file.kocho_programs, ...file.ambiguities];
  for (const row of rows) if (!plans.has(row.plan_id)) throw broken(`${row.id} の計画 ${row.plan_id} が見つかりません`);
  for (const row of file.indicators)
    for (const id of row.ambiguity_ids) if (!ambiguities.has(id)) throw broken(`${row.id} の注 ${id} が見つかりません`);
}

function checkCounts(file: PlansFile, programmes: readonly Programme[], indicators: readonly Indicator[]): void {
  const { counts } = file.meta;
  const kodaira = indicators.filter((i) => i.planId === 'kodaira');
  const pairs: readonly (readonly [string, number, number])[] = [
    ['indicators_other_plans', counts.indicators_other_plans, file.indicators.length],
    ['perception_questions', counts.perception_questions, indicators.filter((i) => i.kind === 'survey').length],
    ['kodaira_indicator_items', counts.kodaira_indicator_items, kodaira.length],
    ['kodaira_programs', counts.kodaira_programs, programmes.filter((p) => p.no !== null).length],
    ['kocho_programs', counts.kocho_programs, programmes.filter((p) => p.no === null).length],
    ['ambiguities', counts.ambiguities, file.ambiguities.length],
  ];
  for (const [what, stated, found] of pairs)
    if (stated !== found) throw broken(`${what} は ${stated} 件のはずですが ${found} 件です`);
  const ids = [...indicators.map((i) => i.id), ...programmes.map((p) => p.id)];
  if (new Set(ids).size !== ids.length) throw broken('同じ番号の行が2つあります');
}

function broken(what: string): DomainError {
  return new DomainError('invalid_input', `計画データを読み込めません（${what}）。`);
}
