import { dirname, posix } from 'node:path';
import { declarationsOf, programOf } from '../build/compile';
import { entriesOf } from '../build/entries';
import { isImport, resolveImport } from '../build/imports';
import { type Package } from '../workspace';
import { writtenOut } from './written-out';

/** Where types of a bundled package are in it. */
export const TYPES = 'types';

/** Types that schemas of zod say: they are written out, so that nobody needs zod to use them. */
const INFERRED = ['tools/plan-review/src/model/review.ts'];

/**
 * Declarations of a library, and of those that they name in other packages of ours, by their path in `TYPES`: a package that
 * has its dependencies inside names none.
 *
 * @param entry from the top of the workspace, such as `tools/plan-review/src/index.ts`
 * @throws Error they name another package
 */
export function bundleTypes(entry: string, packages: ReadonlyMap<string, Package>): ReadonlyMap<string, string> {
  const program = programOf([
    entry,
    ...[...packages.values()].filter(({ root }) => /^libs\//.test(root)).flatMap(entriesOf),
  ]);
  const found = new Map<string, string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.set(file, '');
    const text = INFERRED.includes(file) ? writtenOut(program, file) : declarationsOf(program, file);
    if (text === undefined) throw new Error(`${entry}: expected types of ours alone, found ${file}`);
    const others: string[] = [];
    found.set(
      file,
      text.replace(isImport, (_, before: string, name: string) => {
        const other = resolveImport(program, file, name, packages);
        others.push(other);
        const path = posix.relative(dirname(file), other).replace(/\.ts$/, '');
        return `${before}'${path.startsWith('.') ? path : `./${path}`}'`;
      }),
    );
    others.forEach(visit);
  };
  visit(entry);
  return new Map([...found].map(([file, text]) => [file.replace(/\.ts$/, '.d.ts'), text]));
}
