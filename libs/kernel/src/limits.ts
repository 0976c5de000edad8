/** Limits shared by forms, APIs, rules and the database. Lengths are in characters (Unicode code points), sizes in bytes. */
export const LIMITS = {
  subject: 100,
  body: 10_000,
  name: 100,
  email: 254,
  postalCode: 8,
  address: 300,
  phone: 30,
  reason: 1_000,
  comment: 2_000,
  /** A value of an indicator as its source prints it, and that source. */
  printedValue: 200,
  valueSource: 500,
  answer: 10_000,
  templateName: 80,
  publicationTitle: 120,
  searchQuery: 100,
  attachments: 5,
  attachmentBytes: 10 * 1024 * 1024,
  /** Pictures larger than this are refused before they are decoded (decompression bombs). */
  imagePixels: 80_000_000,
  fileName: 120,
  idempotencyKey: 200,
  jsonBodyBytes: 256 * 1024,
  pageSize: 50,
  /** What stands in a view of the inbox or belongs to one campaign is counted up to here; this number means so many or more. */
  counted: 1_000,
} as const;

/** Length as a person counts it: code points, so that 𠮷 is one. */
export function characters(text: string): number {
  let n = 0;
  for (const _ of text) n += 1;
  return n;
}

export const ATTACHMENT_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];
