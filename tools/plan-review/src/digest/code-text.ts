import type { ModuleCode } from '@gatehouse/surface';
import { parseExpression, parseTemplate, type Expression } from '@gatehouse/surface/expression';
import type { Meaning } from './meaning';
import { partsOf } from './block-masks';
import { NamedFiles } from './named-files';
import { itemsOf } from './policy-document';
import { isPolicy, policyMeaning } from './policy-meaning';
import { hasLongNumber, readJson } from './read-json';
import { isSecretName } from './secrets';
import { spaced } from './spaced';
import { isObject, sortedKeys } from './values';
import { writtenPolicy, type Evaluated } from './written-policy';

/** Where a value stands. */
export interface At {
  /** Of the argument or entry. */
  readonly name: string;
  /** Masks of the secrets in it. */
  readonly sensitive: readonly unknown[];
  /** Entries of maps whose name says that they are secret. */
  readonly names?: RegExp | undefined;
  /** The same of the arguments in a block. @default - none */
  readonly namesOf?: (argument: string) => RegExp | undefined;
  /** Whether it is in an `aws_iam_policy_document`. @default false */
  readonly inDocument?: boolean;
}

const PLAIN: At = { name: '', sensitive: [] };

/** Values of Terraform code as text that is the same for what means the same. */
export class CodeText {
  readonly files: NamedFiles;

  constructor(
    private readonly meaning: Meaning,
    code: ModuleCode,
  ) {
    this.files = new NamedFiles(code);
  }

  block(value: unknown, at: At = PLAIN): string {
    if (typeof value === 'function') return (value as Evaluated)();
    if (at.sensitive.includes(true)) return this.meaning.secret(value);
    if (typeof value === 'string') return this.isSecret(value, at) ? this.meaning.secret(value) : this.text(value);
    if (Array.isArray(value)) {
      const texts = value.map((item, index) => this.block(item, { ...at, sensitive: partsOf(at.sensitive, index) }));
      return `[${itemsOf(texts, at.name, at.inDocument === true)}]`;
    }
    if (!isObject(value)) return JSON.stringify(value) ?? 'null';
    const fields = isPolicy(value) ? policyMeaning(value, (part) => this.block(part)) : value;
    return `{${sortedKeys(fields)
      .map((key) => `${this.key(key)}:${this.block(fields[key], inside(at, key))}`)
      .join()}}`;
  }

  private isSecret = (value: string, { name, names }: At): boolean =>
    (isSecretName(name) || names?.test(name) === true) && !value.includes('${');

  private key = (key: string): string => (/[$%]\{/.test(key) ? this.text(key) : JSON.stringify(key));

  private text(value: string): string {
    // JSON has other words for "$" and "%", which are no template then.
    const document = /\\u002[45]/.test(value) ? undefined : readJson(value);
    if (document) return `json${this.block(document)}`;
    if (!/[$%]\{/.test(value)) return this.meaning.written(value);
    const pieces = parseTemplate(value);
    if (!pieces) return `template${this.meaning.written(value)}`;
    const texts = pieces.map((piece) =>
      typeof piece === 'string' ? this.meaning.written(piece) : this.evaluated(piece.expression),
    );
    return texts.length === 1 ? String(texts[0]) : `(${texts.join()})`;
  }

  /** Of an expression. */
  private evaluated(text: string): string {
    const expression = hasLongNumber(text) ? undefined : parseExpression(text);
    if (expression) return this.expression(expression);
    for (const [, path] of text.matchAll(FILES)) this.files.add(path);
    return `expression${this.meaning.written(spaced(text))}`;
  }

  private expression(of: Expression): string {
    switch (of.kind) {
      case 'literal':
        return typeof of.value === 'string' ? this.meaning.written(of.value) : String(of.value);
      case 'template':
        return this.text(of.text);
      case 'list':
        return `[${of.items.map((item) => this.expression(item)).join()}]`;
      case 'object':
        return this.object(of);
      case 'call':
        if (/^(?:file|templatefile)/.test(of.name)) this.files.add(nameOf(of.args[0]));
        return `${of.name}(${of.args.map((arg) => this.expression(arg)).join()})`;
      case 'traversal':
        return `${of.root}${this.path(of.path)}`;
      case 'index':
        return `(${this.expression(of.of)})${this.path(of.path)}`;
      case 'condition':
        return `(${this.expression(of.test)}?${this.expression(of.yes)}:${this.expression(of.no)})`;
      case 'operation':
        return `(${of.operator} ${of.sides.map((side) => this.expression(side)).join()})`;
      case 'for': {
        const { names, items, key, value, test } = of;
        const parts = [key, value, test].map((part) => (part ? this.expression(part) : ''));
        return `for(${names.join()} in ${this.expression(items)}:${parts.join(';')})`;
      }
    }
  }

  private object(of: Extract<Expression, { kind: 'object' }>): string {
    const policy = writtenPolicy(of, (part) => this.expression(part));
    if (policy) return this.block(policy);
    const texts = of.entries.map(([key, value]) => {
      const name = key.kind === 'literal' ? String(key.value) : key.kind === 'template' ? key.text : '';
      const isSecret = isSecretName(name) && value.kind === 'template' && !value.text.includes('${');
      return `${this.name(key)}:${isSecret ? this.meaning.secret(value.text) : this.expression(value)}`;
    });
    return `{${texts.sort().join()}}`;
  }

  private name = (key: Expression): string =>
    key.kind === 'literal' ? JSON.stringify(String(key.value)) : this.expression(key);

  private path = (path: readonly (string | Expression)[]): string =>
    path.map((step) => (typeof step === 'string' ? `.${step}` : `[${this.expression(step)}]`)).join('');
}

const inside = ({ sensitive, names, namesOf, inDocument }: At, key: string): At => ({
  name: key,
  inDocument,
  sensitive: partsOf(sensitive, key),
  names: names ?? namesOf?.(key),
});

/** Of a file, where it is written out. */
const nameOf = (path: Expression | undefined): string | undefined =>
  path?.kind === 'template' ? path.text : path?.kind === 'literal' ? String(path.value) : undefined;

const FILES = /\b(?:file\w*|templatefile)\(\s*"((?:[^"\\]|\\.)*)"/g;
