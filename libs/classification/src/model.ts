import { OPINION_CLASSES, OPINION_SUBTYPES, type OpinionClass, type OpinionSubtype } from '@kotae/kernel';
import type { Calibration } from './calibration';
import type { SoftmaxWeights } from './softmax';
import { Vocabulary } from './vocabulary';

/** One question the model answers: the features it knows, their weights, and how far its scores can be believed. */
export interface Head {
  readonly labels: readonly string[];
  /** Training examples per label. */
  readonly examples: readonly number[];
  readonly keys: Uint32Array;
  readonly idf: Float32Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly shared: Float32Array;
  readonly calibration: Calibration;
}

/** Plain data: what training made. It holds hashes of character groups and numbers, no resident's text. */
export interface Model {
  readonly version: string;
  /** ISO instant. */
  readonly trainedAt: string;
  /** Number of opinions it was trained on. */
  readonly trainedOn: number;
  readonly classes: Head;
  readonly subtypes: Head;
  readonly topics: Head;
}

export interface ReadyHead extends SoftmaxWeights {
  readonly head: Head;
  readonly vocabulary: Vocabulary;
}

const ready = new WeakMap<Head, ReadyHead>();

/** The head with its look-up table, built once. */
export function readyHead(head: Head): ReadyHead {
  let made = ready.get(head);
  if (made === undefined) {
    made = {
      head,
      vocabulary: new Vocabulary(head.keys, head.idf),
      classes: head.labels.length,
      weights: head.weights,
      bias: head.bias,
      shared: head.shared,
    };
    ready.set(head, made);
  }
  return made;
}

export function isOpinionClass(code: string): code is OpinionClass {
  return (OPINION_CLASSES as readonly string[]).includes(code);
}

export function isOpinionSubtype(code: string): code is OpinionSubtype {
  return (OPINION_SUBTYPES as readonly string[]).includes(code);
}
