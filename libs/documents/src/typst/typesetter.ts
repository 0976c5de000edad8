/** A page in Typst's language; it reads its data as `data`. */
export interface Template {
  readonly name: string;
  readonly source: string;
}

/** JSON that a template reads as `data`. */
export type TemplateData = Readonly<Record<string, unknown>>;

/**
 * The one door through which documents become PDF. `data` reaches the template as a JSON value, never as source, so no text
 * in it can be read as markup. The same input gives the same bytes. Rejects with `TypesettingError`.
 */
export interface Typesetter {
  set(template: Template, data: TemplateData): Promise<Buffer>;
  /** Ends what sets documents elsewhere; left out where there is nothing to end. */
  close?(): Promise<void>;
}

/**
 * failed: the template or an image in the data cannot be set. too_slow: it took longer than it may. busy: too many were
 * waiting, or one waited too long. closed: the program ends.
 */
export type TypesettingReason = 'failed' | 'too_slow' | 'busy' | 'closed';

/** A document could not be set. The message names the template only: the data may hold what a resident wrote. */
export class TypesettingError extends Error {
  constructor(
    readonly template: string,
    readonly reason: TypesettingReason = 'failed',
  ) {
    super(`typesetting ${reason}: ${template}`);
    this.name = 'TypesettingError';
  }
}
