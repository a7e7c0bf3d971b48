import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { SUBSTITUTES } from '../build/assets';
import { type Package, WORKSPACE } from '../workspace';
import { bundleTypes, TYPES } from './bundle-types';
import { FILES, FOLDER, readsFiles } from './files';

/**
 * A package with everything that it needs inside: its library and its program, each one script, and one file of types.
 */
export async function bundle(target: Package, packages: ReadonlyMap<string, Package>, out: string): Promise<void> {
  const source = join(WORKSPACE, target.root);
  await build({
    entryPoints: { index: join(source, 'src/index.ts'), cli: join(source, 'src/cli.ts') },
    outdir: out,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    // Names stay, for stack traces.
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'external',
    logLevel: 'warning',
    // Of the engine of WebAssembly's Go, for a Node that has none.
    external: ['performance'],
    alias: Object.fromEntries(
      Object.values(SUBSTITUTES).map((file) => ['@gatehouse/run-ts/describe-error', join(WORKSPACE, file)]),
    ),
    plugins: [readsFiles],
  });
  for (const file of FILES) cpSync(join(WORKSPACE, file.from), join(out, FOLDER, file.to));
  writeProgram(join(out, 'bin/plan-review.js'));
  writeTypes(target, packages, out);
}

function writeTypes({ root }: Package, packages: ReadonlyMap<string, Package>, out: string): void {
  const entry = `${root}/src/index`;
  for (const [file, text] of bundleTypes(`${entry}.ts`, packages)) {
    mkdirSync(dirname(join(out, TYPES, file)), { recursive: true });
    writeFileSync(join(out, TYPES, file), text);
  }
  writeFileSync(join(out, 'index.d.ts'), `export * from './${TYPES}/${entry}';\n`);
}

/** Node 22 and newer keep the compiled code of the program for its next start. */
const PROGRAM = `#!/usr/bin/env node
require('node:module').enableCompileCache?.();
require('../cli.js');
`;

function writeProgram(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, PROGRAM);
  chmodSync(file, 0o755);
}
