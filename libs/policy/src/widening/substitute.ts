import { isObject } from '@gatehouse/checks';
import { symbol } from './language/symbol';
import { Unknown } from './unknown';

type Side = 'before' | 'after';
type Json = Readonly<Record<string, unknown>>;

/** A document in which symbols stand for what is not known, and what had to be left out. */
export interface Substituted {
  readonly document: Json;
  /** Whether anything in it was not known. */
  readonly changed: boolean;
  readonly missing: readonly string[];
}

/**
 * Writes a symbol, which equals nothing else, for each value that is not known. Where that would say that less was allowed
 * after, or more before, than may be, the value is everything or nothing.
 */
export function withoutUnknowns(document: Json, side: Side): Substituted {
  const writer = new Writer(side);
  const known = writer.document(document);
  return { document: known, changed: writer.count > 0, missing: writer.missing };
}

class Writer {
  count = 0;
  readonly missing: string[] = [];

  constructor(private readonly side: Side) {}

  document(document: Json): Json {
    const { Statement, Version } = document;
    if (Version instanceof Unknown) this.leaveOut('Version', Version);
    const statements: unknown[] = Array.isArray(Statement) ? Statement : Statement === undefined ? [] : [Statement];
    const known = statements.flatMap((each, at) =>
      this.statement(each, Array.isArray(Statement) ? `Statement[${at}]` : 'Statement'),
    );
    return {
      ...document,
      ...(Version instanceof Unknown && { Version: '2012-10-17' }),
      ...(Statement !== undefined && { Statement: known }),
    };
  }

  private leaveOut(at: string, { because }: Unknown): void {
    this.count += 1;
    this.missing.push(`${at}: ${because}`);
  }

  private statement(statement: unknown, at: string): unknown[] {
    if (statement instanceof Unknown) {
      this.leaveOut(at, statement);
      return [];
    }
    if (!isObject(statement)) return [statement];
    const effect = statement.Effect instanceof Unknown ? this.effect() : statement.Effect;
    // Whether to take what is not known as more than it may be.
    const isDeny = effect === 'Deny';
    const wide = (this.side === 'after') !== isDeny;
    const element = (name: string) => this.element(name, statement[name], { isDeny, wide });
    const hidden = [statement['Action']].flat().find((each) => each instanceof Unknown);
    // What equals no action that is known is no finding, and may be any of them.
    if (hidden && this.side === 'after' && !isDeny) this.missing.push(`${at}.Action: ${hidden.because}`);
    return [
      {
        ...statement,
        Effect: effect,
        ...Object.fromEntries(
          [...lists, 'Principal', 'NotPrincipal', 'Condition']
            .filter((name) => statement[name] !== undefined)
            .map((name) => [name, element(name)]),
        ),
      },
    ];
  }

  private effect(): string {
    this.count += 1;
    return this.side === 'after' ? 'Allow' : 'Deny';
  }

  private element(name: string, value: unknown, how: How): unknown {
    const known = (each: unknown) => (each instanceof Unknown ? this.standIn(name.startsWith('Not'), how) : each);
    if (name === 'Condition') return this.condition(value);
    if (!name.endsWith('Principal')) return Array.isArray(value) ? value.map(known) : known(value);
    if (value instanceof Unknown) return { AWS: this.standIn(name.startsWith('Not'), how) };
    if (!isObject(value)) return value;
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([type, names]) => [type, Array.isArray(names) ? names.map(known) : known(names)]),
    );
  }

  /** Something of its own: `*` only where that is more of a `Deny` before, or less of an exception. */
  private standIn(isException: boolean, { isDeny, wide }: How): string {
    const everything = isException ? !wide : isDeny && wide;
    return everything ? this.counted('*') : this.next();
  }

  private counted(text: string): string {
    this.count += 1;
    return text;
  }

  private next(): string {
    this.count += 1;
    return symbol(`${UNKNOWN}${this.side} ${serial()}`);
  }

  private condition(block: unknown): unknown {
    if (block instanceof Unknown) return { Bool: { [this.next()]: 'true' } };
    if (!isObject(block)) return block;
    const isHidden = (value: unknown) => [value].flat().some((each) => each instanceof Unknown);
    return Object.fromEntries(
      Object.entries(block).map(([operator, keys]) => {
        if (keys instanceof Unknown) return [operator, { [this.next()]: 'true' }];
        if (!isObject(keys)) return [operator, keys];
        const entries = Object.entries(keys).map(([key, value]) =>
          isHidden(value) ? [`${key}${this.next()}`, 'true'] : [key, value],
        );
        return [operator, Object.fromEntries(entries)];
      }),
    );
  }
}

interface How {
  readonly isDeny: boolean;
  readonly wide: boolean;
}

const lists = ['Action', 'NotAction', 'Resource', 'NotResource'];

/** How the names of symbols begin that stand for what is not known. */
export const UNKNOWN = 'unknown ';

let count = 0;
const serial = (): number => (count += 1);
