import { join } from 'node:path';
import ts from 'typescript';
import { WORKSPACE } from '../workspace';

/**
 * Declarations of a file's exported types without the names of the types that they are made of.
 *
 * @param file from the top of the workspace; it exports types alone
 */
export function writtenOut(program: ts.Program, file: string): string {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(join(WORKSPACE, file));
  const aliases = source?.statements.filter(ts.isTypeAliasDeclaration) ?? [];
  const flags =
    ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias | ts.TypeFormatFlags.MultilineObjectLiterals;
  return aliases
    .map((alias) => {
      const comment = /^\s*(\/\*\*[^]*?\*\/)/.exec(alias.getFullText())?.[1];
      const type = checker.typeToString(checker.getTypeAtLocation(alias), undefined, flags);
      return `${comment ? `${comment}\n` : ''}export type ${alias.name.text} = ${type.replace(/ {2,}/g, ' ')};\n`;
    })
    .join('');
}
