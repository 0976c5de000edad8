import { Module } from '@nestjs/common';
import { SubmissionGate } from './submission-gate';

/** The gate in front of one submission, for every feature that works on one. */
@Module({ providers: [SubmissionGate], exports: [SubmissionGate] })
export class GateModule {}
