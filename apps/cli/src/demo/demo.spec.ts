import { addDays, PROMISE_OUTCOMES } from '@kotae/kernel';
import { STANDARD_TOPICS } from '@kotae/classification';
import { resolve } from 'node:path';
import { demoCitySettings } from './city';
import { fate, oneOf } from './fate';
import { GENERAL_ANSWERS } from './general-answers.data';
import { readDemoLetters, shiftedTo, type DemoLetter } from './letters';
import { planOpinion } from './opinion-plan';
import { DEMO_SECTIONS } from './sections';
import { SPECIAL_ANSWERS_1 } from './special-answers-1.data';
import { SPECIAL_ANSWERS_2 } from './special-answers-2.data';
import { DEMO_STAFF } from './staff';

const REPOSITORY = resolve(import.meta.dirname, '../../../..');
const SPECIALS = [...SPECIAL_ANSWERS_1, ...SPECIAL_ANSWERS_2];
let letters: DemoLetter[];
beforeAll(async () => (letters = await readDemoLetters(REPOSITORY)));

describe('the days of the letters', () => {
  it.each(['2026-11-21', '2027-03-01', '2026-10-31', '2024-02-29'])('are moved by whole weeks to %s', (today) => {
    const moved = shiftedTo(letters, today);
    const newest = moved.at(-1)!.receivedOn;
    expect(newest <= today).toBe(true);
    expect(newest > addDays(today, -7)).toBe(true);
    const weekday = (day: string) => new Date(day).getUTCDay();
    const before = new Map(letters.map(({ id, receivedOn }) => [id, receivedOn]));
    for (const { id, receivedOn } of moved) expect(weekday(receivedOn)).toBe(weekday(before.get(id)!));
  });
});

describe('what happens to an opinion', () => {
  const today = '2026-11-21';
  const plans = Array.from({ length: 300 }, (_, i) => {
    const receivedOn = addDays('2025-04-01', i * 2);
    const opinion = { key: `X/${i}`, class: 'policy_proposal', topic: 'roads', receivedOn, special: null } as const;
    return { receivedOn, plan: planOpinion(opinion, today), again: planOpinion(opinion, today) };
  });

  it('is the same every time', () => {
    for (const { plan, again } of plans) expect(again).toEqual(plan);
  });

  it('never happens before the letter came or in the future', () => {
    for (const { receivedOn, plan } of plans) {
      for (const { on } of plan.outcomes) {
        expect(on > receivedOn).toBe(true);
        expect(on <= today).toBe(true);
      }
    }
  });

  it('promises are looked at again, and a few are due', () => {
    const open = plans
      .flatMap(({ plan }) => plan.outcomes.at(-1) ?? [])
      .filter(({ nextLookOn }) => nextLookOn !== null);
    expect(open.every(({ outcome }) => PROMISE_OUTCOMES.includes(outcome))).toBe(true);
    const due = open.filter(({ nextLookOn }) => nextLookOn! <= today).length;
    expect(due).toBeGreaterThan(0);
    expect(due).toBeLessThan(open.length);
  });

  it('old letters are answered; thanks need no answer', () => {
    expect(plans[0]!.plan.goal).toBe('approved');
    const thanks = {
      key: 'T/0',
      class: 'appreciation',
      topic: 'roads',
      receivedOn: '2025-05-01',
      special: null,
    } as const;
    expect(planOpinion(thanks, today)).toMatchObject({ goal: 'not_needed', outcomes: [] });
  });
});

describe('the written answers', () => {
  it('each belongs to one opinion of the letters', () => {
    const keys = SPECIALS.map(({ letter, opinion }) => `${letter}/${opinion}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { letter, opinion } of SPECIALS) {
      expect(letters.find(({ id }) => id === letter)?.opinions[opinion]?.text).toBeTruthy();
    }
  });

  it('there is a general one for every topic', () => {
    expect(Object.keys(GENERAL_ANSWERS).sort()).toEqual(STANDARD_TOPICS.map(({ code }) => code).sort());
  });
});

describe('the city', () => {
  it('has a section for every topic, and two people in each', () => {
    const names = DEMO_SECTIONS.map(({ name }) => name);
    for (const { sectionName } of STANDARD_TOPICS) expect(names).toContain(sectionName);
    for (const { id } of DEMO_SECTIONS) {
      const roles = DEMO_STAFF.filter((staff) => staff.sectionId === id).map(({ role }) => role);
      expect(roles).toEqual(expect.arrayContaining(['section_member', 'section_approver']));
    }
    expect(new Set(DEMO_STAFF.map(({ login }) => login)).size).toBe(DEMO_STAFF.length);
  });

  it('knows every district of the letters', () => {
    const { districts } = demoCitySettings('', '');
    for (const { submitter } of letters)
      if (submitter.district !== null) expect(districts).toContain(submitter.district);
  });
});

it('fate is even enough', () => {
  const rolls = Array.from({ length: 2_000 }, (_, i) => fate('roll', i));
  expect(rolls.every((roll) => roll >= 0 && roll < 1)).toBe(true);
  expect(rolls.filter((roll) => roll < 0.25).length / rolls.length).toBeCloseTo(0.25, 1);
  expect(
    oneOf(0, [
      [1, 'a'],
      [1, 'b'],
    ]),
  ).toBe('a');
  expect(
    oneOf(0.99, [
      [1, 'a'],
      [1, 'b'],
    ]),
  ).toBe('b');
});
