import { noteOf } from './claim-notes';
import { type Claims } from './decode';

/** A claim as a row of a table. */
export interface ClaimRow {
  readonly name: string;
  readonly value: string;
  /** The same as people read it: a time. */
  readonly meaning?: string;
  readonly note?: string;
}

/** Every claim: who and for whom first, then the rest as the token has them. */
export function claimRows(claims: Claims): ClaimRow[] {
  const names = Object.keys(claims);
  return [...FIRST.filter((name) => names.includes(name)), ...names.filter((name) => !FIRST.includes(name))].map(
    (name) => {
      const value = claims[name];
      const meaning = TIMES.has(name) && typeof value === 'number' ? timeOf(value) : undefined;
      const note = noteOf(name);
      return { name, value: textOf(value), ...(meaning && { meaning }), ...(note && { note }) };
    },
  );
}

const FIRST: readonly string[] = ['token_use', 'sub', 'iss', 'aud', 'client_id', 'scope', 'exp', 'iat'];

/** Seconds since 1970. */
const TIMES: ReadonlySet<string> = new Set(['exp', 'iat', 'nbf', 'auth_time']);

const timeOf = (seconds: number): string | undefined => {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('T', ' ').replace('.000Z', ' UTC');
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
