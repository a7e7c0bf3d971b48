import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { transformSync } from 'esbuild';
import ts from 'typescript';
import { isImport, resolveImport } from './imports';
import { type Package, WORKSPACE } from '../workspace';

/** What is written for a package, by its path from the top of the workspace: `libs/checks/src/index.js`. */
export type Compiled = ReadonlyMap<string, Buffer | string>;

/**
 * JavaScript and source maps of files and of what they import, and declarations of what is exported.
 *
 * @param entries files to compile, from the top
 * @param exported those of them that others import
 * @param roots folders of the packages to write; what others have is not
 * @throws Error a declaration cannot be written, such as one whose type has no name to import it by
 */
export function compile(
  entries: readonly string[],
  exported: readonly string[],
  roots: readonly string[],
  packages: ReadonlyMap<string, Package>,
): Compiled {
  const program = programOf(entries);
  const isWritten = (file: string): boolean => roots.some((root) => file.startsWith(`${root}/`));
  const sources = program
    .getSourceFiles()
    .map(({ fileName }) => fileName.slice(WORKSPACE.length + 1))
    .filter((file) => isWritten(file) && !file.includes('node_modules/') && !file.endsWith('.d.cts'));
  return new Map([
    ...sources.flatMap(scriptOf),
    ...declarations(program, exported.filter(isWritten), isWritten, packages),
  ]);
}

/** Files and what they import. @param entries from the top of the workspace */
export const programOf = (entries: readonly string[]): ts.Program =>
  ts.createProgram({ rootNames: entries.map((file) => join(WORKSPACE, file)), options: OPTIONS, host: host() });

/** As `tools/run-ts` compiles it, so that what is published is what is tested; the source is in the map. */
function scriptOf(file: string): [string, Buffer | string][] {
  const source = readFileSync(join(WORKSPACE, file));
  if (!file.endsWith('.ts')) return [[file, source]];
  const script = file.replace(/\.ts$/, '.js');
  const { code, map } = transformSync(source.toString(), {
    loader: 'ts',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'ascii',
    supported: { 'dynamic-import': false },
    sourcefile: basename(file),
    sourcemap: 'external',
  });
  return [
    [script, `${code}//# sourceMappingURL=${basename(script)}.map\n`],
    [`${script}.map`, map],
  ];
}

/** Of files and of all of ours that they name. */
function declarations(
  program: ts.Program,
  exported: readonly string[],
  isWritten: (file: string) => boolean,
  packages: ReadonlyMap<string, Package>,
): [string, string][] {
  const found = new Map<string, string>();
  const visit = (file: string): void => {
    if (found.has(file) || !isWritten(file) || !file.endsWith('.ts')) return;
    const text = declarationsOf(program, file);
    if (text === undefined) return;
    found.set(file, text);
    for (const [, , name = ''] of text.matchAll(isImport)) visit(resolveImport(program, file, name, packages));
  };
  exported.forEach(visit);
  return [...found].map(([file, text]) => [file.replace(/\.ts$/, '.d.ts'), text]);
}

/** The declarations of one file, from the top; undefined where the program has no such file. */
export function declarationsOf(program: ts.Program, file: string): string | undefined {
  const source = program.getSourceFile(join(WORKSPACE, file));
  if (!source) return undefined;
  let declared: string | undefined;
  const { diagnostics } = program.emit(source, (_, text) => (declared = text), undefined, true);
  if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, formatHost));
  return declared;
}

/** As in `tsconfig.base.json`, but that declarations are written. Types are not checked: `typecheck` does it. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  esModuleInterop: true,
  resolveJsonModule: true,
  isolatedModules: true,
  types: ['node'],
  typeRoots: [join(WORKSPACE, 'node_modules/@types')],
  rootDir: WORKSPACE,
  outDir: join(WORKSPACE, 'dist'),
  declaration: true,
  noCheck: true,
};

const read = new Map<string, ts.SourceFile | undefined>();

/** Reads each file once, also for several packages in a row. */
function host(): ts.CompilerHost {
  const plain = ts.createCompilerHost(OPTIONS);
  return {
    ...plain,
    getSourceFile: (path, ...rest) => {
      if (!read.has(path)) read.set(path, plain.getSourceFile(path, ...rest));
      return read.get(path);
    },
  };
}

const formatHost: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (file) => file,
  getCurrentDirectory: () => WORKSPACE,
  getNewLine: () => '\n',
};
