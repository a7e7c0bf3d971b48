import * as ts from 'typescript';

/** One edit of a source file that some test should notice. */
export interface Mutant {
  /** From the top of the workspace. */
  readonly file: string;
  readonly line: number;
  /** `rule switched off`, `=== turned into !==`. */
  readonly what: string;
  /** Where the text to be replaced begins and ends. */
  readonly range: readonly [number, number];
  readonly by: string;
}

/** Each rule of a file switched off, each comparison turned around, each negation taken away. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const add = (node: ts.Node, by: string, what: string): void => {
    const range = [node.getStart(source), node.getEnd()] as const;
    mutants.push({ file, line: source.getLineAndCharacterOfPosition(range[0]).line + 1, what, range, by });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node)) {
      const { operatorToken: operator } = node;
      const turned = TURNED.get(operator.kind);
      if (turned !== undefined) add(operator, turned, `${operator.getText(source)} turned into ${turned}`);
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      add(node, `(${node.operand.getText(source)})`, '! taken away');
    if (ts.isPropertyAssignment(node) && node.name.getText(source) === 'find' && isRule(node.parent, source))
      add(node.initializer, '() => []', 'rule switched off');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;
}

export const mutated = (text: string, { range: [start, end], by }: Pick<Mutant, 'by' | 'range'>): string =>
  text.slice(0, start) + by + text.slice(end);

const TURNED: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '>='],
  [ts.SyntaxKind.LessThanEqualsToken, '>'],
  [ts.SyntaxKind.GreaterThanToken, '<='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '<'],
]);

/** What defines a rule has an id and a severity. */
const isRule = (node: ts.Node, source: ts.SourceFile): boolean =>
  ts.isObjectLiteralExpression(node) &&
  ['id', 'severity'].every((name) => node.properties.some((each) => each.name?.getText(source) === name));
