import * as ts from 'typescript';

/** One edit of a source file that some test should notice. */
export interface Mutant {
  readonly id: number;
  /** From the top of the workspace. */
  readonly file: string;
  readonly line: number;
  /** `rule switched off`, `=== turned around`, `! taken away`. */
  readonly what: string;
  /** The code that is edited, on one line. */
  readonly code: string;
}

/** A source file in which each of its mutants can be switched on while it runs; see `switch.ts`. */
export interface Switchable {
  readonly mutants: readonly Mutant[];
  readonly text: string;
}

/**
 * Each rule of a file switched off, each comparison turned around, each negation taken away.
 *
 * @param from id of the first mutant
 */
export function switchable(file: string, text: string, from: number): Switchable {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const starts: Insertion[] = [];
  const ends: Insertion[] = [];
  const wrap = (node: ts.Node, by: 'negated' | 'off', what: string): void => {
    const id = from + mutants.length;
    const start = node.getStart(source);
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    mutants.push({ id, file, line, what, code: node.getText(source).replace(/\s+/g, ' ') });
    starts.push({ at: start, text: `mutants.${by}(${id}, ` });
    ends.unshift({ at: node.getEnd(), text: ')' });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && COMPARISONS.has(node.operatorToken.kind))
      wrap(node, 'negated', `${node.operatorToken.getText(source)} turned around`);
    else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      wrap(node, 'negated', '! taken away');
    else if (ts.isCallExpression(node) && definesRule(node, source)) wrap(node, 'off', 'rule switched off');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { mutants, text: withInsertions(text, [...starts, ...ends]) };
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

const COMPARISONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
]);

/** `export const anyName = differenceRule({ id: 'any-name', … })` */
const definesRule = ({ parent, arguments: [first] }: ts.CallExpression, source: ts.SourceFile): boolean =>
  ts.isVariableDeclaration(parent) &&
  first !== undefined &&
  ts.isObjectLiteralExpression(first) &&
  first.properties.some((each) => each.name?.getText(source) === 'id');

/** At one place, what comes first in the list comes first in the text. */
function withInsertions(text: string, insertions: readonly Insertion[]): string {
  let result = '';
  let done = 0;
  for (const { at, text: inserted } of [...insertions].sort((one, other) => one.at - other.at)) {
    result += text.slice(done, at) + inserted;
    done = at;
  }
  return result + text.slice(done);
}
