/** How one environment variable is read. `read` throws a short reason; the reason never quotes the value. */
export interface Variable<T> {
  readonly read: (value: string | undefined) => T;
}

export const text = (fallback?: string): Variable<string> => ({
  read: (value) => {
    if (value !== undefined && value !== '') return value;
    if (fallback === undefined) throw new Error('is missing');
    return fallback;
  },
});

export const optionalText = (): Variable<string | null> => ({ read: (value) => (value ? value : null) });

export const wholeNumber = (fallback: number, range: { min: number; max: number }): Variable<number> => ({
  read: (value) => {
    if (value === undefined || value === '') return fallback;
    const number = Number(value);
    if (!Number.isInteger(number) || number < range.min || number > range.max) {
      throw new Error(`must be a whole number from ${range.min} to ${range.max}`);
    }
    return number;
  },
});

export const flag = (fallback: boolean): Variable<boolean> => ({
  read: (value) => {
    if (value === undefined || value === '') return fallback;
    if (['1', 'true', 'yes', 'on'].includes(value)) return true;
    if (['0', 'false', 'no', 'off'].includes(value)) return false;
    throw new Error('must be 1 or 0');
  },
});

export const oneOf = <const T extends string>(values: readonly T[], fallback: T): Variable<T> => ({
  read: (value) => {
    if (value === undefined || value === '') return fallback;
    const found = values.find((v) => v === value);
    if (found === undefined) throw new Error(`must be one of ${values.join(', ')}`);
    return found;
  },
});

/**
 * Reads the environment once into a typed object.
 * @throws Error that names every wrong variable, and never a value: values may be secrets.
 */
export function readEnvironment<S extends Record<string, Variable<unknown>>>(
  env: Readonly<Record<string, string | undefined>>,
  variables: S,
): { readonly [K in keyof S]: S[K] extends Variable<infer T> ? T : never } {
  const problems: string[] = [];
  const result: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(variables)) {
    try {
      result[name] = variable.read(env[name]);
    } catch (error) {
      problems.push(`${name} ${error instanceof Error ? error.message : 'is wrong'}`);
    }
  }
  if (problems.length > 0) throw new Error(`Environment: ${problems.join('; ')}`);
  return result as { readonly [K in keyof S]: S[K] extends Variable<infer T> ? T : never };
}
