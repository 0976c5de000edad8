import { isId } from '@kotae/kernel';
import type { Publication, PublicationState } from '@kotae/publication';
import { receiptNumber } from '@kotae/submission';
import type { DataSource, EntityManager } from 'typeorm';
import { readCursor, writeCursor } from './casework/keyset-cursor';
import { PUBLICATION_COLUMNS } from './publication-store';

/** A publication as the desk looks at it. */
export interface PublicationSeen extends Publication {
  readonly receiptNumber: string;
  readonly topicName: string;
  readonly sectionName: string;
  /** What the sender wished; a text without consent is the city's own. */
  readonly publishConsent: boolean;
}

const SEEN = `select ${PUBLICATION_COLUMNS}, s.fiscal_year as "fiscalYear", s.receipt_serial as "receiptSerial",
    s.publish_consent as "publishConsent", t.name as "topicName", c.name as "sectionName"
  from publication p join submission s on s.id = p.submission_id join topic t on t.code = p.topic
    join section c on c.id = p.section_id`;

type SeenRow = Omit<PublicationSeen, 'receiptNumber'> & { readonly fiscalYear: number; readonly receiptSerial: number };

/** Publications for the desk's list and editor. */
export class PublicationReader {
  constructor(private readonly source: DataSource | EntityManager) {}

  async find(id: string): Promise<PublicationSeen | null> {
    const rows: SeenRow[] = await this.source.query(`${SEEN} where p.id = $1`, [id]);
    return rows[0] === undefined ? null : seen(rows[0]);
  }

  /** Newest first: an id tells when its text was drafted. */
  async list(
    state: PublicationState | null,
    after: string | null,
    limit: number,
  ): Promise<{ items: PublicationSeen[]; next: string | null }> {
    const last = after === null ? null : String(readCursor(after, [isId])[0]);
    const rows: SeenRow[] = await this.source.query(
      `${SEEN} where ($1::text is null or p.state = $1) and ($2::uuid is null or p.id < $2) order by p.id desc limit $3`,
      [state, last, limit + 1],
    );
    const items = rows.slice(0, limit).map(seen);
    const end = items.at(-1);
    return { items, next: rows.length > limit && end !== undefined ? writeCursor([end.id]) : null };
  }
}

function seen({ fiscalYear, receiptSerial, ...row }: SeenRow): PublicationSeen {
  return { ...row, receiptNumber: receiptNumber(fiscalYear, receiptSerial) };
}
