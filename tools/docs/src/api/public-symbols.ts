import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { WORKSPACE } from '../workspace';

/** A name that a package exports. */
export interface PublicSymbol {
  readonly name: string;
  /** The file that declares it, from the top. */
  readonly file: string;
  /** Its doc comment without the tags; empty where it has none. */
  readonly summary: string;
}

/** Names that a module exports, in its order. Read from the text alone: no types are made, which would take long. */
export function publicSymbols(file: string): PublicSymbol[] {
  return parsed(file).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) return declaredIn(statement, file);
    const from = moduleOf(file, statement);
    if (from === undefined) return [];
    const all = publicSymbols(from);
    if (!statement.exportClause || !ts.isNamedExports(statement.exportClause)) return all;
    return statement.exportClause.elements.flatMap(({ name, propertyName }) =>
      all.filter((each) => each.name === (propertyName ?? name).text).map((each) => ({ ...each, name: name.text })),
    );
  });
}

function declaredIn(statement: ts.Statement, file: string): PublicSymbol[] {
  if (!ts.canHaveModifiers(statement) || !ts.getModifiers(statement)?.some(isExport)) return [];
  const names = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.map(({ name }) => name)
    : [(statement as ts.DeclarationStatement).name];
  return names.flatMap((name) =>
    name && ts.isIdentifier(name) ? [{ name: name.text, file, summary: summaryOf(statement) }] : [],
  );
}

const isExport = ({ kind }: ts.ModifierLike): boolean => kind === ts.SyntaxKind.ExportKeyword;

function summaryOf(node: ts.Node): string {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return comments
    .map(({ comment }) => (typeof comment === 'string' ? comment : (ts.getTextOfJSDocComment(comment) ?? '')))
    .join('\n')
    .trim();
}

/** The file of ours that an export comes from; a package of another's exports is not ours to explain. */
function moduleOf(file: string, { moduleSpecifier }: ts.ExportDeclaration): string | undefined {
  if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return undefined;
  const { text } = moduleSpecifier;
  if (!text.startsWith('.')) return entryOf(text);
  const path = join(dirname(file), text);
  return [`${path}.ts`, `${path}/index.ts`].find((each) => existsSync(join(WORKSPACE, each)));
}

const entryOf = (name: string): string | undefined => {
  const file = `libs/${name.replace(/^@gatehouse\//, '')}/src/index.ts`;
  return existsSync(join(WORKSPACE, file)) ? file : undefined;
};

const files = new Map<string, ts.SourceFile>();

function parsed(file: string): ts.SourceFile {
  const known = files.get(file);
  if (known) return known;
  const text = readFileSync(join(WORKSPACE, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  files.set(file, source);
  return source;
}
