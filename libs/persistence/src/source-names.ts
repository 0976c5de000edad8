import type { SourceNames } from '@kotae/indicators';
import { classNamesOf, type CityClasses } from '@kotae/kernel';
import type { EntityManager } from 'typeorm';

/** Classes, topics and sections as the city calls them, inactive ones too. */
export async function readSourceNames(tx: EntityManager): Promise<SourceNames> {
  const [city]: { classes: CityClasses | null }[] = await tx.query(
    `select settings->'classes' as classes from city where id = 1`,
  );
  const topics: Named[] = await tx.query('select code as id, name from topic');
  const sections: Named[] = await tx.query('select id, name from section');
  return { classes: classNamesOf(city?.classes ?? undefined), topics: byId(topics), sections: byId(sections) };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function byId(rows: readonly Named[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]));
}
