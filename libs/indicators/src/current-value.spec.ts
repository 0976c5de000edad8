import { closeFiscalYear } from './close-fiscal-year';
import { demoCityPlan } from './demo-city-plan';
import { indicatorFigures } from './indicator-figures';
import { MemoryStore } from './memory-store';
import { someIndicator } from './sample-indicator';
import { typeInValue } from './type-in-value';

const boss = { kind: 'staff', staffId: 'm1', name: '管 良子', role: 'management', sectionId: null } as const;

/** A city in FY2027 with a finished plan of two years, FY2025 and FY2026. */
async function city(mode: 'cumulative' | 'point_in_time') {
  const store = new MemoryStore();
  let now = new Date('2027-05-20T03:00:00Z');
  const deps = { unitOfWork: store.unitOfWork, clock: { now: () => (now = new Date(now.getTime() + 1000)) } };
  const [plan] = demoCityPlan().plans;
  await store.addPlans({
    plans: [{ ...plan!, id: 'p', period: { first: 2025, last: 2026 } }],
    programmes: [],
    indicators: [someIndicator({ id: 'i', planId: 'p', mode })],
  });
  const type = (fiscalYear: number, value: number) =>
    typeInValue(deps, boss, { indicatorId: 'i', fiscalYear, value, sourceText: '集計' });
  const close = (fiscalYear: number) => closeFiscalYear(deps, boss, { planId: 'p', fiscalYear });
  const current = async (fiscalYear: number) => (await indicatorFigures(deps, 'i', fiscalYear)).current;
  return { type, close, current };
}

describe('the value at hand', () => {
  it('is settled when every year of a sum is closed, whatever year it is looked at in', async () => {
    const { type, close, current } = await city('cumulative');
    await type(2025, 3);
    await type(2026, 4);
    await close(2026);
    expect(await current(2027)).toMatchObject({ fiscalYear: 2026, value: 7, closed: false });
    await close(2025);
    expect(await current(2027)).toMatchObject({ fiscalYear: 2026, value: 7, closed: true });
  });

  it('of a moment is named by its own year, and is closed with it', async () => {
    const { type, close, current } = await city('point_in_time');
    expect(await current(2027)).toMatchObject({ fiscalYear: 2027, value: null, closed: false });
    await type(2025, 3);
    expect(await current(2027)).toMatchObject({ fiscalYear: 2025, value: 3, closed: false });
    await close(2025);
    expect(await current(2027)).toMatchObject({ fiscalYear: 2025, value: 3, closed: true });
    await close(2026);
    await type(2026, 5);
    // What FY2026 was closed with, though a value of its own came late; the year that runs goes on with that.
    expect(await current(2026)).toMatchObject({ fiscalYear: 2025, value: 3, closed: true });
    expect(await current(2027)).toMatchObject({ fiscalYear: 2025, value: 3, closed: true });
  });
});
