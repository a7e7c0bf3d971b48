import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What `success()`, `failure()`, `cancelled()` and `hashFiles()` say at this place. */
export interface Functions {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
  readonly hashFiles?: (...files: readonly string[]) => string;
}

export type Contexts = Readonly<Record<string, unknown>>;

/**
 * Whether a job or a step with this `if` runs. One that names no status function runs only after success, as GitHub has it:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#status-check-functions
 */
export function holds(condition: string | undefined, contexts: Contexts, functions: Functions): boolean {
  const text = (condition ?? 'success()').replace(/^\s*\$\{\{([\s\S]*)\}\}\s*$/, '$1');
  const whole = /\b(success|failure|cancelled|always)\s*\(/.test(text) ? text : `success() && (${text})`;
  return Boolean(evaluate(whole, contexts, functions));
}

/** Every `${{ }}` of a text, by GitHub's own evaluator; what is one expression and nothing else keeps its type. */
export function interpolate(text: unknown, contexts: Contexts, functions: Functions): unknown {
  if (typeof text !== 'string') return text;
  const [, only] = /^\$\{\{((?:(?!\}\})[\s\S])*)\}\}$/.exec(text) ?? [];
  if (only !== undefined) return evaluate(only, contexts, functions);
  return text.replace(/\$\{\{((?:(?!\}\})[\s\S])*)\}\}/g, (_all, inner: string) =>
    String(evaluate(inner, contexts, functions) ?? ''),
  );
}

function evaluate(expression: string, contexts: Contexts, functions: Functions): unknown {
  const { hashFiles = () => '', ...status } = functions;
  const boolean = (name: string, value: boolean) => definition(name, 0, () => new data.BooleanData(value));
  const own = [
    ...Object.entries({ ...status, always: true }).map(([name, value]) => boolean(name, value)),
    definition(
      'hashfiles',
      255,
      (...files) => new data.StringData(hashFiles(...files.map((each) => each.coerceString()))),
    ),
  ];
  const { tokens } = new Lexer(expression.trim()).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), own).parse();
  const context = JSON.parse(JSON.stringify(namedIn(expression, contexts)), data.reviver) as data.Dictionary;
  const result = new Evaluator(parsed, context, new Map(own.map((each) => [each.name, each]))).evaluate();
  return JSON.parse(JSON.stringify(result, data.replacer)) as unknown;
}

/** The others cannot count, and of 500 environments they are large. */
const namedIn = (expression: string, contexts: Contexts): Contexts =>
  Object.fromEntries(
    Object.entries(contexts).filter(([name]) => expression.toLowerCase().includes(name.toLowerCase())),
  );

function definition(name: string, maxArgs: number, call: (...args: data.ExpressionData[]) => data.ExpressionData) {
  return { name, minArgs: Math.min(1, maxArgs), maxArgs, call };
}
