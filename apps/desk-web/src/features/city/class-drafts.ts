import type { ClassesView, ClassView } from '@kotae/contracts';

/** The form's own copy, with one class changed. */
export function withClass(view: ClassesView, index: number, change: Partial<ClassView>): ClassesView {
  return { ...view, classes: view.classes.map((one, i) => (i === index ? { ...one, ...change } : one)) };
}

export function withFinerAdded(view: ClassesView, index: number): ClassesView {
  const finer = [...(view.classes[index]?.finer ?? []), { code: '', name: '', active: true }];
  return withClass(view, index, { finer });
}

/** One that was saved before is only ended; one that was just typed goes. */
export function withFinerRemoved(view: ClassesView, index: number, at: number): ClassesView {
  const finer = (view.classes[index]?.finer ?? []).filter((_, i) => i !== at);
  return withClass(view, index, { finer });
}

export function withFinerChanged(
  view: ClassesView,
  index: number,
  at: number,
  change: Partial<ClassView['finer'][0]>,
): ClassesView {
  const finer = (view.classes[index]?.finer ?? []).map((one, i) => (i === at ? { ...one, ...change } : one));
  return withClass(view, index, { finer });
}

export function sameClasses(a: ClassesView, b: ClassesView): boolean {
  return JSON.stringify(a.classes) === JSON.stringify(b.classes);
}
