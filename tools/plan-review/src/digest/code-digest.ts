import type { ModuleCode } from '@gatehouse/surface';
import { addCode } from './code';
import { HashedLines } from './lines';
import { Meaning } from './meaning';
import { Secrets } from './secrets';
import { digestOfText } from './version';

/**
 * Of a stack that cannot be planned yet: its code, and what its code does to people's access.
 *
 * @param table what was reviewed of it: its routes, each with who may call it, and the packages of its providers
 */
export function codeDigest(code: ModuleCode, table: readonly unknown[], secretsKey?: Buffer): string {
  const lines = new HashedLines();
  const meaning = new Meaning(new Secrets(secretsKey));
  addCode(code, meaning, lines);
  for (const text of table.map((row) => meaning.written(row)).sort()) lines.add('table', 'row', text);
  return digestOfText(`code ${lines.value()}`);
}
