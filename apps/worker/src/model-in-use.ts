import { deserialiseModel, type Model, type Topic } from '@kotae/classification';
import { readTopics, type PgModelStore } from '@kotae/persistence';
import type { DataSource } from 'typeorm';

/** The active model and the city's topics, swapped without a restart when the database says so. */
export class ModelInUse {
  #model: Model | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly models: PgModelStore,
  ) {}

  async current(): Promise<{ model: Model | null; topics: Topic[] }> {
    const version = await this.models.activeVersion();
    if (version !== (this.#model?.version ?? null)) {
      this.#model = version === null ? null : deserialiseModel(await this.models.content(version));
    }
    return { model: this.#model, topics: await readTopics(this.source) };
  }
}
