import { randomUUID } from 'node:crypto';
import type { SubmissionAccepted, SubmissionRequest } from '@kotae/contracts';

/** What one letter's sender was told. */
export interface Acknowledged extends SubmissionAccepted {
  readonly key: string;
  readonly email: string;
  readonly body: string;
  /** How often it was sent before an answer came. */
  readonly tries: number;
}

/** Sends once. Null when no answer came or the portal said that it could not: then the sender sends again. */
export async function sendOnce(
  url: string,
  key: string,
  request: SubmissionRequest,
): Promise<SubmissionAccepted | null> {
  try {
    const response = await fetch(`${url}/api/v1/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(8_000),
    });
    if (response.status === 201) return (await response.json()) as SubmissionAccepted;
    await response.arrayBuffer();
    if (response.status < 500) throw new Refused(`a good letter was refused with ${response.status}`);
    return null;
  } catch (error) {
    if (error instanceof Refused) throw error;
    return null;
  }
}

class Refused extends Error {}

export function letter(body: string, email: string): SubmissionRequest {
  return { kind: 'web_opinion', body, reply: { wanted: true, channel: 'email', email } };
}

/** A resident who sends one letter after another, and the same one again until it was acknowledged. */
export async function resident(
  url: string,
  name: string,
  goOn: () => boolean,
  pauseMs: () => number,
): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  for (let n = 1; goOn(); n++) {
    const key = randomUUID();
    const email = `${name}-${n}@example.jp`;
    const body = `${name}の${n}通目です。公園の時計が止まったままなので、直してほしいです。`;
    for (let tries = 1; ; tries++) {
      const answer = await sendOnce(url, key, letter(body, email));
      if (answer !== null) {
        acknowledged.push({ ...answer, key, email, body, tries });
        break;
      }
      await pause(200);
    }
    await pause(pauseMs());
  }
  return acknowledged;
}

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
