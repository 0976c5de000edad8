import type { Calibration } from './calibration';
import type { Head, Model } from './model';
import { gridStep } from './train';

/** Bytes of a stored model: `KTM1`, length of the JSON header, the header, then the numbers of each head. */
const MAGIC = 'KTM1';

interface StoredHead {
  readonly labels: readonly string[];
  readonly examples: readonly number[];
  readonly features: number;
  readonly step: number;
  readonly bias: readonly number[];
  readonly shared: readonly number[];
  readonly calibration: Calibration;
}

interface StoredModel {
  readonly version: string;
  readonly trainedAt: string;
  readonly trainedOn: number;
  readonly classes: StoredHead;
  readonly subtypes: StoredHead;
  readonly topics: StoredHead;
}

const HEADS = ['classes', 'subtypes', 'topics'] as const;

/** The model as bytes for the database: weights as 16-bit integers, a few megabytes in a buffer of their own. */
export function serialiseModel(model: Model): Buffer<ArrayBuffer> {
  const header: StoredModel = {
    version: model.version,
    trainedAt: model.trainedAt,
    trainedOn: model.trainedOn,
    classes: storedHead(model.classes),
    subtypes: storedHead(model.subtypes),
    topics: storedHead(model.topics),
  };
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  const lengths = HEADS.map((name) => model[name].keys.length * 8 + model[name].weights.length * 2);
  const out = Buffer.from(new ArrayBuffer(8 + json.length + lengths.reduce((sum, length) => sum + length, 0)));
  let at = out.write(MAGIC, 'latin1');
  at = out.writeUInt32LE(json.length, at);
  at += json.copy(out, at);
  for (const name of HEADS) {
    const head = model[name];
    at += bytesOf(head.keys).copy(out, at);
    at += bytesOf(head.idf).copy(out, at);
    at = writeSteps(out, at, head.weights, header[name].step);
  }
  return out;
}

/** Reads what `serialiseModel` wrote. Throws a `RangeError` for anything else. */
export function deserialiseModel(bytes: Uint8Array): Model {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (all.length < 8 || all.toString('latin1', 0, 4) !== MAGIC) throw new RangeError('not a stored model');
  const end = 8 + all.readUInt32LE(4);
  if (end > all.length) throw new RangeError('a stored model that is cut short');
  const header = JSON.parse(all.toString('utf8', 8, end)) as StoredModel;
  let at = end;
  const take = (length: number): ArrayBuffer => {
    if (at + length > all.length) throw new RangeError('a stored model that is cut short');
    const copy = new Uint8Array(length);
    copy.set(all.subarray(at, at + length));
    at += length;
    return copy.buffer;
  };
  const head = (stored: StoredHead): Head => {
    const keys = new Uint32Array(take(stored.features * 4));
    const idf = new Float32Array(take(stored.features * 4));
    const stored16 = new Int16Array(take(stored.features * stored.labels.length * 2));
    return {
      labels: stored.labels,
      examples: stored.examples,
      keys,
      idf,
      weights: floats(stored16, stored.step),
      bias: Float32Array.from(stored.bias),
      shared: Float32Array.from(stored.shared),
      calibration: stored.calibration,
    };
  };
  const [classes, subtypes, topics] = [head(header.classes), head(header.subtypes), head(header.topics)];
  return {
    version: header.version,
    trainedAt: header.trainedAt,
    trainedOn: header.trainedOn,
    classes,
    subtypes,
    topics,
  };
}

function storedHead(head: Head): StoredHead {
  return {
    labels: head.labels,
    examples: head.examples,
    features: head.keys.length,
    step: gridStep(head.weights),
    bias: [...head.bias],
    shared: [...head.shared],
    calibration: head.calibration,
  };
}

function bytesOf(values: Uint32Array | Float32Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

function writeSteps(out: Buffer, from: number, weights: Float32Array, step: number): number {
  const { round } = Math;
  let at = from;
  for (let i = 0; i < weights.length; i++) at = out.writeInt16LE(round(weights[i]! / step), at);
  return at;
}

function floats(stored: Int16Array, step: number): Float32Array {
  const out = new Float32Array(stored.length);
  for (let i = 0; i < out.length; i++) out[i] = stored[i]! * step;
  return out;
}
