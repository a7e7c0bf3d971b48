import { closingQuote } from './template';

/** The part of Terraform's expression language that synthesized code is made of. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'template'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'traversal'; readonly root: string; readonly path: readonly (string | Expression)[] };

/** Undefined: operators, conditions, `for`, splats and whatever else is not read here. */
export function parseExpression(text: string): Expression | undefined {
  const parser = new Parser(text);
  const expression = parser.value();
  return parser.atEnd() ? expression : undefined;
}

/** `aws_x.y.id`, `data.a.b`, `var.c` anywhere in an expression that cannot be parsed, whole. */
export const traversalsIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/(?<![\w.-])[a-z]\w*(?:\.[A-Za-z_][\w-]*|\["[^"\]]*"\]|\[\d+\])+/g)].map(([match]) => match),
  ),
];

class Parser {
  private at = 0;

  constructor(private readonly text: string) {}

  atEnd(): boolean {
    this.space();
    return this.at >= this.text.length;
  }

  value(): Expression | undefined {
    this.space();
    if (this.skip('[')) return this.list();
    if (this.skip('{')) return this.object();
    if (this.text[this.at] === '"') return this.string();
    const number = this.match(/-?\d+(?:\.\d+)?/y);
    if (number !== undefined) return { kind: 'literal', value: Number(number) };
    const name = this.match(/[A-Za-z_][\w-]*/y);
    if (name === undefined) return undefined;
    if (name === 'true' || name === 'false') return { kind: 'literal', value: name === 'true' };
    if (name === 'null') return { kind: 'literal', value: null };
    return this.skip('(') ? this.call(name) : this.traversal(name);
  }

  private string(): Expression | undefined {
    const end = closingQuote(this.text, this.at + 1);
    if (end === undefined) return undefined;
    const inner = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return { kind: 'template', text: unescape(inner) };
  }

  private list(): Expression | undefined {
    const items = this.items(']');
    return items && { kind: 'list', items };
  }

  private call(name: string): Expression | undefined {
    const args = this.items(')');
    return args && { kind: 'call', name, args };
  }

  private object(): Expression | undefined {
    const entries: (readonly [Expression, Expression])[] = [];
    while (!this.skip('}')) {
      const bare = this.match(/\s*[A-Za-z_][\w-]*(?=\s*[=:])/y);
      const key: Expression | undefined = bare === undefined ? this.value() : { kind: 'literal', value: bare.trim() };
      if (!key || !(this.skip('=') || this.skip(':'))) return undefined;
      const value = this.value();
      if (!value) return undefined;
      entries.push([key, value]);
      this.skip(',');
    }
    return { kind: 'object', entries };
  }

  private traversal(root: string): Expression | undefined {
    const path: (string | Expression)[] = [];
    for (;;) {
      const attribute = this.match(/\.(?:[A-Za-z_][\w-]*|\d+)/y);
      if (attribute !== undefined) path.push(attribute.slice(1));
      else if (this.text[this.at] === '[') {
        this.at += 1;
        const index = this.value();
        if (!index || !this.skip(']')) return undefined;
        path.push(index);
      } else return { kind: 'traversal', root, path };
    }
  }

  private items(close: string): Expression[] | undefined {
    const items: Expression[] = [];
    while (!this.skip(close)) {
      const item = this.value();
      if (!item) return undefined;
      items.push(item);
      if (!this.skip(',') && this.peek() !== close) return undefined;
    }
    return items;
  }

  private peek(): string | undefined {
    this.space();
    return this.text[this.at];
  }

  private skip(token: string): boolean {
    if (this.peek() !== token) return false;
    this.at += 1;
    return true;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private space(): void {
    this.match(/\s+/y);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

const unescape = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (whole, code?: string, char?: string) =>
    code === undefined ? (ESCAPES[char ?? ''] ?? whole) : String.fromCharCode(parseInt(code, 16)),
  );
