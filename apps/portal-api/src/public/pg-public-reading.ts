import type { Clock } from '@kotae/kernel';
import type { DataSource } from 'typeorm';
import type { PublicReading } from './public-reading';

export class PgPublicReading implements PublicReading {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}
  answers = async () => ({ items: [], next: null });
  newestAnswers = async () => [];
  answer = async () => null;
  similar = async () => [];
  topics = async () => [];
  plans = async () => [];
  indicators = async () => [];
  indicator = async () => null;
  living = async () => null;
}
