import { Inject, Injectable } from '@nestjs/common';
import type { ClassView, ClassesView } from '@kotae/contracts';
import { OPINION_CLASSES, newId, type Clock, type FieldProblem, type FinerClass } from '@kotae/kernel';
import { readCitySettingsVersion, writeCitySettings } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import type { StaffActor } from '../access/access';
import { CLOCK, DATABASE } from '../platform/tokens';
import { classViews } from '../reference/class-views';
import { changesOf } from './changes-of';
import { CityEditor } from './city-editor';
import { demandVersion, refused } from './refusals';

/** What the city calls the six classes, and its finer ones. The codes stay: the plan's indicators count them. */
@Injectable()
export class ClassDesk {
  constructor(
    @Inject(DATABASE) private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CityEditor) private readonly editor: CityEditor,
  ) {}

  async show(): Promise<ClassesView> {
    const { settings, version } = await readCitySettingsVersion(this.source);
    return { version, classes: classViews(settings.classes) };
  }

  async change(actor: StaffActor, request: ClassesView): Promise<void> {
    await this.editor.edit(actor, async ({ tx, log, settings, settingsVersion }) => {
      demandVersion(request.version, settingsVersion);
      const before = classViews(settings.classes);
      const after = this.#checked(request.classes, before);
      const changes = after.flatMap((now, i) =>
        changesOf(before[i]!, now, ['name', 'rule', 'finer']).map((change) => ({ class: before[i]!.name, ...change })),
      );
      if (changes.length === 0) return;
      const words = Object.fromEntries(after.map(({ code, name, rule }) => [code, { name, rule }]));
      const finer = after.flatMap((one) => one.finer.map((f): FinerClass => ({ ...f, class: one.code })));
      await writeCitySettings(tx, { ...settings, classes: { words, finer } });
      await log({ area: 'classes', kind: 'changed', details: { changes } });
    });
  }

  /** All six, in their order; a finer class that once was stays, so that what it was given to keeps its name. */
  #checked(asked: readonly ClassView[], before: readonly ClassView[]): ClassView[] {
    const problems: FieldProblem[] = [];
    const classes = OPINION_CLASSES.map((code): ClassView => {
      const i = asked.findIndex((one) => one.code === code);
      const one = asked[i];
      if (one === undefined) throw refused({ field: 'classes', message: '6つの分類をすべて送ってください。' });
      const known = before.find((old) => old.code === code)!.finer;
      const finer = one.finer.map(({ code: finerCode, name, active }) => ({
        code: known.some((old) => old.code === finerCode)
          ? finerCode
          : `f-${newId(this.clock.now().getTime()).slice(-12)}`,
        name: name.trim(),
        active,
      }));
      finer.forEach(({ name }, j) => {
        if (name === '') problems.push({ field: `classes.${i}.finer.${j}.name`, message: '名前を入力してください。' });
        else if (finer.findIndex((other) => other.name === name) < j)
          problems.push({ field: `classes.${i}.finer.${j}.name`, message: '同じ名前の細分類があります。' });
      });
      const dropped = known.filter((old) => !finer.some((now) => now.code === old.code));
      return {
        code,
        name: one.name.trim(),
        rule: one.rule.trim(),
        finer: [...finer, ...dropped.map((old) => ({ ...old, active: false }))],
      };
    });
    classes.forEach(({ code, name }) => {
      const i = asked.findIndex((one) => one.code === code);
      if (name === '') problems.push({ field: `classes.${i}.name`, message: '分類の名前を入力してください。' });
      else if (classes.some((other) => other.code !== code && other.name === name))
        problems.push({ field: `classes.${i}.name`, message: '同じ名前の分類があります。' });
    });
    if (problems.length > 0) throw refused(...problems);
    return classes;
  }
}
