import { offline, refusal } from './api-error';

/** A request that takes longer than this is given up; the form keeps what was typed. */
const PATIENCE_MS = 30_000;

let csrfToken = '';
let onSignedOut: () => void = () => undefined;

/** The token that every changing request carries; comes with the session. */
export function setCsrfToken(token: string): void {
  csrfToken = token;
}

/** Called when the server no longer knows the session. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

export const api = {
  get: <T>(path: string, signal?: AbortSignal) => request<T>('GET', path, undefined, signal),
  post: <T = unknown>(path: string, body?: unknown) => request<T>('POST', path, body),
  put: <T = unknown>(path: string, body: unknown) => request<T>('PUT', path, body),
  remove: <T = unknown>(path: string) => request<T>('DELETE', path),
};

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Throws `ApiError`, whatever goes wrong. */
async function request<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const form = body instanceof FormData;
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
  if (method !== 'GET' && csrfToken) headers['x-csrf-token'] = csrfToken;
  if (body !== undefined && !form) headers['content-type'] = 'application/json';
  const patience = AbortSignal.timeout(PATIENCE_MS);
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      headers,
      body: form ? body : body === undefined ? undefined : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw offline();
  }
  const content: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return content as T;
  if (response.status === 401 && path !== '/session') onSignedOut();
  throw refusal(response.status, content);
}

/** `?a=1&b=2` of what is given; leaves out what is null, undefined or empty. */
export function queryOf(values: Record<string, string | number | null | undefined>): string {
  const pairs = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (pairs.length === 0) return '';
  return `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()}`;
}
