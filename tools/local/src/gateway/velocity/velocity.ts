import { Compile, parse } from 'velocityjs';
import { javaMethods } from './java-methods';
import { javaText } from './java-text';

type Asts = ReturnType<typeof parse>;
type Ast = Asts[number];
type Context = Readonly<Record<string, unknown>>;

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const MAX_ROUNDS = 1_000;

/** velocityjs, with Java's methods, texts and arithmetic in the place of JavaScript's. */
class JavaVelocity extends Compile {
  constructor(asts: Asts) {
    super(asts, { customMethodHandlers: [javaMethods] });
  }

  override getReferences(ast: Ast, isPrinted?: boolean): string {
    const value: unknown = super.getReferences(ast, isPrinted);
    return (isPrinted ? javaText(value) : value) as string;
  }

  /** Whole numbers divide to whole numbers. */
  override getExpression(ast: Ast): string {
    const value: unknown = super.getExpression(ast);
    return (isDivision(ast) && typeof value === 'number' && this.isWhole(ast) ? Math.trunc(value) : value) as string;
  }

  /** A loop ends after so many rounds, without an error. */
  override renderAstList(asts?: Asts, contextId?: string): string {
    const text = super.renderAstList(asts, contextId);
    const { foreach } = (contextId?.startsWith('foreach:') ? this.local[contextId] : {}) as Loop;
    if (foreach && foreach.count >= MAX_ROUNDS) this.runState.break = true;
    return text;
  }

  private isWhole({ expression }: Division): boolean {
    return expression.every((each) => Number.isInteger(super.getExpression(each)));
  }
}

interface Loop {
  readonly foreach?: { readonly count: number };
}

type Division = Ast & { readonly expression: readonly Ast[] };

const isDivision = (ast: Ast): ast is Division =>
  ast.type === 'math' && 'operator' in ast && ast.operator === '/' && 'expression' in ast;

/**
 * Reads a template once, to be rendered for each request.
 *
 * @throws Error when it is no template
 */
export function velocity(source: string): (context: Context) => string {
  const asts = parse(source);
  return (context) => new JavaVelocity(asts).render({ ...context });
}
