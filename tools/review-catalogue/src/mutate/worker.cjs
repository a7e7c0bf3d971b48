// Answers for each mutant that it is sent whether the kept plans notice it. A process of its own, so that one that never ends can be
// ended; in it, the sources that are not mutated are compiled once.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('esbuild');

const root = join(__dirname, '../../../..');
const compiled = new Map();
let override;

require.extensions['.ts'] = (module, file) => {
  if (override?.file === file) return module._compile(compile(override.text, file), file);
  if (!compiled.has(file)) compiled.set(file, compile(readFileSync(file, 'utf8'), file));
  return module._compile(compiled.get(file), file);
};

const compile = (text, file) =>
  transformSync(text, { loader: 'ts', format: 'cjs', target: 'node20', sourcefile: file }).code;

/** Everything of this workspace is loaded again, with the mutant in its place. */
function isNoticed({ file, text }) {
  override = { file: join(root, file), text };
  for (const path of Object.keys(Module._cache)) if (path.endsWith('.ts')) delete Module._cache[path];
  try {
    return require('./oracle.ts').isNoticed(text);
  } catch {
    // It does not even load.
    return true;
  }
}

process.on('message', (mutant) => process.send({ noticed: isNoticed(mutant) }));
