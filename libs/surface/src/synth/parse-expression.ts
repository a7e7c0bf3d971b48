import type { Expression, Path } from './expression';
import { closingQuote } from './template';
import { unescape } from './unescape';

/** Undefined: splats, texts that begin with `<<`, and whatever else is not read here. */
export function parseExpression(text: string): Expression | undefined {
  const parser = new Parser(text);
  const expression = parser.value();
  return parser.atEnd() ? expression : undefined;
}

/** Loosest first. */
const OPERATORS: readonly RegExp[] = [/\|\|/y, /&&/y, /==|!=/y, /<=|>=|<(?!<)|>/y, /[+-]/y, /[*/%]/y];

class Parser {
  private at = 0;

  constructor(private readonly text: string) {}

  atEnd(): boolean {
    this.space();
    return this.at >= this.text.length;
  }

  value(): Expression | undefined {
    const test = this.operation(0);
    if (!test || !this.skip('?')) return test;
    const yes = this.value();
    const no = yes && this.skip(':') ? this.value() : undefined;
    return yes && no && { kind: 'condition', test, yes, no };
  }

  private operation(level: number): Expression | undefined {
    const pattern = OPERATORS[level];
    if (!pattern) return this.unary();
    let left = this.operation(level + 1);
    for (;;) {
      this.space();
      const operator = left && this.match(pattern);
      if (operator === undefined) return left;
      const right = this.operation(level + 1);
      left = left && right && { kind: 'operation', operator, sides: [left, right] };
    }
  }

  private unary(): Expression | undefined {
    this.space();
    const not = this.match(/!(?!=)/y);
    if (not === undefined) return this.postfix();
    const side = this.unary();
    return side && { kind: 'operation', operator: '!', sides: [side] };
  }

  private postfix(): Expression | undefined {
    const of = this.primary();
    if (!of || of.kind === 'traversal') return of;
    const path = this.path();
    return path && (path.length > 0 ? { kind: 'index', of, path } : of);
  }

  private primary(): Expression | undefined {
    this.space();
    if (this.skip('(')) {
      const inner = this.value();
      return this.skip(')') ? inner : undefined;
    }
    if (this.skip('[')) return this.word('for') ? this.loop(']') : this.list();
    if (this.skip('{')) return this.word('for') ? this.loop('}') : this.object();
    if (this.text[this.at] === '"') return this.string();
    const number = this.match(/-?\d+(?:\.\d+)?/y);
    if (number !== undefined) return { kind: 'literal', value: Number(number) };
    const name = this.match(/[A-Za-z_][\w-]*/y);
    if (name === undefined) return undefined;
    if (name === 'true' || name === 'false') return { kind: 'literal', value: name === 'true' };
    if (name === 'null') return { kind: 'literal', value: null };
    if (this.skip('(')) return this.call(name);
    const path = this.path();
    return path && { kind: 'traversal', root: name, path };
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
      this.space();
      const bare = this.match(/[A-Za-z_][\w-]*(?=\s*[=:])/y);
      const key: Expression | undefined = bare === undefined ? this.postfix() : { kind: 'literal', value: bare };
      if (!key || !(this.skip('=') || this.skip(':'))) return undefined;
      const value = this.value();
      if (!value) return undefined;
      entries.push([key, value]);
      this.skip(',');
    }
    return { kind: 'object', entries };
  }

  /** After `for`. */
  private loop(close: string): Expression | undefined {
    const names = [this.name()];
    if (this.skip(',')) names.push(this.name());
    const items = this.word('in') ? this.value() : undefined;
    if (!items || names.includes(undefined) || !this.skip(':')) return undefined;
    const first = this.value();
    const value = close === '}' ? (this.skip('=>') ? this.value() : undefined) : first;
    const test = this.word('if') ? this.value() : undefined;
    if (!first || !value || !this.skip(close)) return undefined;
    return {
      ...{ kind: 'for', names: names as string[], items, value },
      ...(close === '}' && { key: first }),
      ...(test && { test }),
    };
  }

  private path(): Path | undefined {
    const path: (string | Expression)[] = [];
    for (;;) {
      const attribute = this.match(/\.(?:[A-Za-z_][\w-]*|\d+)/y);
      if (attribute !== undefined) path.push(attribute.slice(1));
      else if (this.text[this.at] === '[') {
        this.at += 1;
        const index = this.value();
        if (!index || !this.skip(']')) return undefined;
        path.push(index);
      } else return path;
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

  private name(): string | undefined {
    this.space();
    return this.match(/[A-Za-z_][\w-]*/y);
  }

  private word(word: 'for' | 'if' | 'in'): boolean {
    this.space();
    return this.match(WORDS[word]) !== undefined;
  }

  private peek(): string | undefined {
    this.space();
    return this.text[this.at];
  }

  private skip(token: string): boolean {
    this.space();
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** Comments too. */
  private space(): void {
    this.match(/(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y);
  }
}

const WORDS = { for: /for(?![\w-])/y, if: /if(?![\w-])/y, in: /in(?![\w-])/y };
