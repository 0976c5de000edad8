import type { Note, NoteAbout } from './model';
import { NOTES_IN_JAPANESE } from './notes-in-japanese';
import type { FileAmbiguity } from './plans-file';

/**
 * Which programmes and indicators an ambiguity names in its text, where the file itself does not link them.
 * What is neither linked nor named here concerns the plan as a whole.
 */
const CONCERNS: Readonly<Record<string, readonly string[]>> = {
  'MAE-7': ['MAE-Q-1', 'MAE-Q-2', 'MAE-Q-3'],
  'IZU-2': ['IZU-P-01'],
  'KOD-1': ['KOD-27', 'KOD-39'],
  'KOD-2': ['KOD-10', 'KOD-11', 'KOD-36', 'KOD-37', 'KOD-38'],
  'KOD-3': ['KOD-22', 'KOD-25', 'KOD-29', 'KOD-34', 'KOD-41', 'KOD-46', 'KOD-47', 'KOD-49', 'KOD-61'],
  'KOD-4': ['KOD-21', 'KOD-23'],
  'KOD-5': ['KOD-47', 'KOD-56', 'KOD-57', 'KOD-60'],
  'KOD-8': ['KOD-01-a', 'KOD-01-b'],
  'KOD-9': ['KOD-27-a', 'KOD-39-a', 'KOD-62-a', 'KOD-12-a'],
  'KOD-10': ['KOD-16', 'KOD-18'],
  'KOD-11': ['KOD-27', 'KOD-39'],
};

export function note(about: NoteAbout, text: string | null | undefined): Note[] {
  return text ? [{ id: null, about, text, japanese: NOTES_IN_JAPANESE[text] ?? null }] : [];
}

/** The file's ambiguities, handed out to what they concern. */
export class Ambiguities {
  private readonly byId: ReadonlyMap<string, FileAmbiguity>;
  private readonly given = new Set<string>();

  constructor(private readonly all: readonly FileAmbiguity[]) {
    this.byId = new Map(all.map((a) => [a.id, a]));
  }

  /** Notes for one record: those the file links by id and those that name it in their text, in the file's order. */
  for(about: NoteAbout, recordId: string, linked: readonly string[] = []): Note[] {
    const named = Object.entries(CONCERNS)
      .filter(([, ids]) => ids.includes(recordId))
      .map(([id]) => id);
    const wanted = new Set([...linked, ...named]);
    return this.all.filter((a) => wanted.has(a.id)).map((a) => this.give(a, about));
  }

  /** Notes of a plan that no smaller record has taken. Ask after all records of the plan are read. */
  remaining(planId: string): Note[] {
    return this.all.filter((a) => a.plan_id === planId && !this.given.has(a.id)).map((a) => this.give(a, 'plan'));
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  private give(ambiguity: FileAmbiguity, about: NoteAbout): Note {
    this.given.add(ambiguity.id);
    const { id, text } = ambiguity;
    return { id, about, text, japanese: NOTES_IN_JAPANESE[id] ?? null };
  }
}
