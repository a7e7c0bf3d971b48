import { isPolicy, policyMeaning } from './policy-meaning';
import { readJson } from './read-json';
import { SECRET_ENTRY, type Secrets } from './secrets';
import { isClear, isObject, isUnset, partOf, sortedKeys, type Fields } from './values';

/** What is known of a value beside it. */
export interface Marks {
  /** `after_unknown` at the value. */
  readonly unknown?: unknown;
  /** `before_sensitive` and `after_sensitive` at the value. */
  readonly sensitive: readonly unknown[];
  /** Entries of maps whose name says that they are secret. @default - none */
  readonly names?: RegExp | undefined;
  /** It is written so: an empty text is not the same as none. @default false */
  readonly strict?: boolean;
}

/** Values as text that is the same for what means the same, without a secret in it. */
export class Meaning {
  /** Policies stand in a plan several times. */
  private readonly documents = new Map<string, string>();

  constructor(private readonly secrets: Secrets) {}

  /** Of a value in the state or the plan: what providers write for "not set" is left out. */
  value(value: unknown, marks: Marks): string {
    const { unknown, sensitive, names, strict = false } = marks;
    if (!names && isClear(unknown) && sensitive.every(isClear)) return this.plain(value, strict);
    return this.marked(value, unknown, sensitive, marks);
  }

  /** Of a list whose order means nothing. */
  unordered(list: unknown, marks: Marks): string {
    const { unknown, sensitive } = marks;
    if (!Array.isArray(list) || unknown === true || sensitive.includes(true)) return this.value(list, marks);
    return `[${list
      .map((item, at) =>
        this.value(item, { ...marks, unknown: partOf(unknown, at), sensitive: partsOf(sensitive, at) }),
      )
      .sort()
      .join()}]`;
  }

  /** Of a value in the state or the plan, of which nothing is marked. */
  state(value: unknown): string {
    return this.plain(value, false);
  }

  /** Of what is written: an empty text is not the same as none. */
  written(value: unknown): string {
    return this.plain(value, true);
  }

  /** Of a secret. */
  secret(value: unknown): string {
    return isUnset(value) ? 'null' : this.secrets.hidden(this.raw(value));
  }

  private plain(value: unknown, strict: boolean): string {
    if (typeof value === 'string') return this.text(value);
    if (typeof value !== 'object' || value === null) return value === undefined ? 'null' : String(value);
    if (Array.isArray(value)) {
      let text = '[';
      for (const item of value) text += `${this.plain(item, strict)},`;
      return `${text}]`;
    }
    return this.object(value as Fields, strict);
  }

  private object(value: Fields, strict: boolean): string {
    const fields = strict && isPolicy(value) ? policyMeaning(value, (part) => this.plain(part, true)) : value;
    let text = '{';
    for (const key of sortedKeys(fields)) {
      const field = fields[key];
      if (field === undefined) continue;
      // A name in a map counts, whatever stands for "not set" there.
      text += `${quoted(key)}:${!strict && isUnset(field) ? 'unset' : this.plain(field, strict)},`;
    }
    return `${text}}`;
  }

  /** JSON in a text is read as what it is. */
  private text(value: string): string {
    const first = value[0];
    if (first !== '{' && first !== '[') return JSON.stringify(this.secrets.clean(value));
    const known = this.documents.get(value);
    if (known !== undefined) return known;
    const text = this.document(value);
    this.documents.set(value, text);
    return text;
  }

  private document(value: string): string {
    const document = readJson(value);
    return document ? `json${this.plain(document, true)}` : JSON.stringify(this.secrets.clean(value));
  }

  private marked(value: unknown, unknown: unknown, sensitive: readonly unknown[], marks: Marks): string {
    if (unknown === true) return '{unknown}';
    if (sensitive.includes(true)) return this.secret(value);
    const open = Array.isArray(unknown) || isObject(unknown) ? unknown : undefined;
    if (Array.isArray(value) || (Array.isArray(open) && value === undefined)) {
      const items = Array.isArray(value) ? value : [];
      const length = Math.max(items.length, Array.isArray(open) ? open.length : 0);
      let text = '[';
      for (let index = 0; index < length; index++)
        text += `${this.marked(items[index], partOf(open, index), partsOf(sensitive, index), marks)},`;
      return `${text}]`;
    }
    const { strict = false } = marks;
    if (!isObject(value) && !isObject(open)) return this.plain(value, strict);
    const fields = isObject(value) ? value : {};
    let text = '{';
    for (const key of sortedKeys(isObject(open) ? { ...open, ...fields } : fields)) {
      const inner = partOf(open, key);
      const field = fields[key];
      if (field === undefined && isClear(inner)) continue;
      text += `${quoted(key)}:${this.entry(key, field, inner, sensitive, marks)},`;
    }
    return `${text}}`;
  }

  private entry(key: string, field: unknown, unknown: unknown, sensitive: readonly unknown[], marks: Marks): string {
    if (marks.strict !== true && isUnset(field) && isClear(unknown)) return 'unset';
    const isSecret = marks.names?.test(key) === true && typeof field === 'string';
    return isSecret ? this.secret(field) : this.marked(field, unknown, partsOf(sensitive, key), marks);
  }

  /** Of a secret, which is in no text that is not hashed with the key. */
  private raw(value: unknown): string {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
    if (Array.isArray(value)) return `[${value.map((item) => this.raw(item)).join()}]`;
    const fields = value as Fields;
    return `{${sortedKeys(fields).map((key) => `${JSON.stringify(key)}:${this.raw(fields[key])}`)}}`;
  }
}

/** Few names stand in a plan, each of them often. */
const QUOTED = new Map<string, string>();

function quoted(key: string): string {
  const known = QUOTED.get(key);
  if (known !== undefined) return known;
  const text = JSON.stringify(key);
  if (QUOTED.size < MOST_NAMES) QUOTED.set(key, text);
  return text;
}

const MOST_NAMES = 10_000;

/** In these arguments people put secrets that Terraform does not mark. */
export const secretNamesOf = (type: string, argument: string): RegExp | undefined =>
  (type === 'aws_lambda_function' && argument === 'environment') ||
  (type === 'aws_cognito_identity_provider' && argument === 'provider_details')
    ? SECRET_ENTRY
    : undefined;

const partsOf = (masks: readonly unknown[], key: string | number): readonly unknown[] =>
  masks.map((mask) => partOf(mask, key));
