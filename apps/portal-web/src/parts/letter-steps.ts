/** Write → check → done. */
export const LETTER_STEPS = ['書く', '確かめる', '受付'] as const;
