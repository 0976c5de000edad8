/** How sure the second voice says it is: the only words it has for it. */
export const SURENESS = ['sure', 'likely', 'unsure'] as const;
export type Sureness = (typeof SURENESS)[number];
