import { isUnknown, unknown, unreadable, type List, type Table, type Unknown } from '../model/value';
import { sortedBy } from '../order';
import { findUnknown, toFlag, toNumber, toText } from './convert';
import { parseDocument } from './document';
import { hasMergeKey, mergedMember, namesWithMerged } from './merge-key';
import { describeKind, isObject, UnreadableError } from './unreadable';

type Maybe<T> = T | Unknown;

/**
 * Typed access to the arguments of a resource or of a block in it.
 * Terraform writes "not set" as absent, null or empty text, and in its JSON syntax numbers and booleans may be text;
 * readers see one form.
 */
export class Values {
  private readonly values: Readonly<Record<string, unknown>> | Unknown;
  /** Unknown as a whole. */
  private readonly open: boolean;

  /** @param lenient what has another form than expected is unknown, and no error @default false */
  constructor(
    values: unknown,
    readonly where: string,
    private readonly lenient = false,
  ) {
    this.open = isUnknown(values);
    if (!isObject(values)) throw new UnreadableError(where, 'an object of arguments', describeKind(values));
    this.values = values;
  }

  text<T extends string = string>(name: string): Maybe<T> | undefined;
  text<T extends string = string>(name: string, fallback: NoInfer<Maybe<T>>): Maybe<T>;
  text(name: string, fallback?: Maybe<string>): Maybe<string> | undefined {
    const value = this.get(name);
    if (value === '' || value === undefined) return fallback;
    return typeof value === 'string' ? value : this.scalar(name, value, toText, 'text', fallback);
  }

  /** The text of an argument if it is one, for looking around: never throws. */
  peek(name: string): Maybe<string> | undefined {
    const value = this.get(name);
    return isUnknown(value) || typeof value === 'string' ? value : undefined;
  }

  number(name: string): Maybe<number> | undefined;
  number(name: string, fallback: Maybe<number>): Maybe<number>;
  number(name: string, fallback?: Maybe<number>): Maybe<number> | undefined {
    const value = this.get(name);
    return typeof value === 'number' ? value : this.scalar(name, value, toNumber, 'a number', fallback);
  }

  flag(name: string, fallback: Maybe<boolean>): Maybe<boolean> {
    const value = this.get(name);
    return typeof value === 'boolean' ? value : this.scalar(name, value, toFlag, 'true or false', fallback);
  }

  /** Sets and lists of text, in order of the alphabet; not set is empty. */
  texts<T extends string = string>(name: string): List<T, Unknown> {
    const value = this.get(name);
    if (value === undefined) return [];
    if (isUnknown(value)) return value.unset ? [] : value;
    if (!Array.isArray(value)) return this.unexpected(name, 'a list', value);
    if (value.every((item) => typeof item === 'string'))
      return value.length < 2 ? (value as T[]) : [...(value as T[])].sort();
    const items = value.filter((item) => item !== null);
    return sortedBy(
      items.map((item, index) => this.scalar(`${name}[${index}]`, item, toText, 'text', '') as Maybe<T>),
      (item) => item,
    );
  }

  textTable(name: string): Table<string, Unknown> {
    return this.table(name, toText, 'text', 'string');
  }

  flagTable(name: string): Table<boolean, Unknown> {
    return this.table(name, toFlag, 'true or false', 'boolean');
  }

  /** A block that occurs at most once. Unknown: a block of which every argument is unknown. */
  block(name: string): Values | undefined {
    const blocks = this.blocks(name);
    return isUnknown(blocks) ? new Values(blocks, `${this.where}.${name}`, this.lenient) : blocks[0];
  }

  /** Like `block`; not there: a block in which nothing is set. */
  blockOrEmpty(name: string): Values {
    return this.block(name) ?? new Values(NOTHING, `${this.where}.${name}`, this.lenient);
  }

  /** Repeatable blocks; Terraform's JSON syntax may leave the list out around one. */
  blocks(name: string): readonly Values[] | Unknown {
    const value = this.get(name);
    if (value === undefined) return [];
    if (isUnknown(value)) return value.unset ? [] : value;
    const items = Array.isArray(value) ? value.filter((item) => item !== null) : [value];
    const alien = items.find((item) => !isObject(item));
    if (alien !== undefined) return this.unexpected(name, 'blocks', alien);
    return items.map((item, index) => new Values(item, `${this.where}.${name}[${index}]`, this.lenient));
  }

  /** Text, or a list of it: policy documents allow both. */
  oneOrMore(name: string): List<string, Unknown> {
    const value = this.get(name);
    return value === undefined || isUnknown(value) || Array.isArray(value) ? this.texts(name) : [this.text(name, '')];
  }

  /** A JSON or YAML document. */
  document(name: string): Values | Unknown | undefined {
    const value = this.get(name);
    if (value === undefined || value === '') return undefined;
    const where = `${this.where}.${name}`;
    const document = this.parsed(value, where);
    return isUnknown(document) ? document : new Values(document, where, this.lenient);
  }

  /** A value as JSON text; unknown when any part of it is. */
  jsonText(name: string): string | Unknown {
    const value = this.get(name);
    const open = findUnknown(value);
    return open ?? JSON.stringify(value ?? null);
  }

  /** What is there, as it is, for something that reads it again. */
  raw(name: string): unknown {
    return this.get(name);
  }

  /** All that is there, by argument; nothing of an unknown block. */
  get arguments(): Readonly<Record<string, unknown>> {
    return isUnknown(this.values) ? {} : this.values;
  }

  /** Bytes of a document, or of its JSON where it was taken apart; what is unknown counts for nothing. */
  size(name: string): number {
    const value = this.get(name);
    if (value === undefined || isUnknown(value)) return 0;
    const text = typeof value === 'string' ? value : JSON.stringify(value, (_, part: unknown) => known(part));
    return Buffer.byteLength(text);
  }

  /** The names of what is set; none of an unknown block. */
  names(): readonly string[] {
    if (isUnknown(this.values)) return [];
    const names = hasMergeKey(this.values) ? namesWithMerged(this.values) : Object.keys(this.values);
    return names.filter((name) => this.get(name) !== undefined);
  }

  hasObject(name: string): boolean {
    const value = this.get(name);
    return isObject(value) && !isUnknown(value);
  }

  /** Itself, where it is unknown as a whole. */
  isUnknown(): Unknown | undefined {
    return isUnknown(this.values) ? this.values : undefined;
  }

  /** Whether the argument is set, known or not; an empty list of blocks is not. */
  has(name: string): boolean {
    const value = this.get(name);
    return value !== undefined && !(Array.isArray(value) && value.length === 0);
  }

  private get(name: string): unknown {
    if (this.open) return this.values;
    const values = this.values as Readonly<Record<string, unknown>>;
    return values[name] ?? (hasMergeKey(values) ? mergedMember(values, name) : undefined);
  }

  private scalar<T, F>(
    name: string,
    value: unknown,
    convert: (value: unknown) => T | undefined,
    expected: string,
    fallback: F,
  ): Maybe<T> | F {
    if (value === undefined || value === null) return fallback;
    if (isUnknown(value)) return value.unset && fallback !== undefined ? fallback : value;
    const converted = convert(value);
    return converted ?? this.unexpected(name, expected, value);
  }

  private table<T>(
    name: string,
    convert: (value: unknown) => T | undefined,
    expected: string,
    plain: 'string' | 'boolean',
  ): Table<T, Unknown> {
    const value = this.get(name);
    if (value === undefined) return {};
    if (isUnknown(value)) return value.unset ? {} : value;
    if (!isObject(value)) return this.unexpected(name, 'a map', value);
    if (hasMergeKey(value)) return unreadable(JSON.stringify(value));
    if (Object.values(value).every((item) => typeof item === plain)) return value as Table<T, Unknown>;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== null)
        .map(([key, item]) => [key, this.scalar(`${name}[${JSON.stringify(key)}]`, item, convert, expected, item)]),
    ) as Table<T, Unknown>;
  }

  private parsed(value: unknown, where: string): Record<string, unknown> | Unknown {
    try {
      return parseDocument(value, where);
    } catch (error) {
      if (this.lenient && error instanceof UnreadableError) return UNREADABLE;
      throw error;
    }
  }

  /** @throws UnreadableError unless it is lenient */
  private unexpected(name: string, expected: string, found: unknown): Unknown {
    if (this.lenient) return UNREADABLE;
    throw new UnreadableError(`${this.where}.${name}`, expected, describeKind(found));
  }
}

const NOTHING = Object.freeze({});

/** Written, and no one knows what it means. */
const UNREADABLE = unknown([]);

const known = (part: unknown): unknown => (isUnknown(part) ? '' : part);
