// Runs checks with one mutant switched on, or with none. A process of its own, so that one that never ends can be ended.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('esbuild');

const root = join(__dirname, '../../../..');
/** Sources with their mutants, by file. */
let sources = new Map();
const compiled = new Map();
let mutants;
let checks;

require.extensions['.ts'] = (module, file) => {
  if (!compiled.has(file)) compiled.set(file, compile(sources.get(file) ?? readFileSync(file, 'utf8'), file));
  const run = () => module._compile(compiled.get(file), file);
  // A test is loaded again for each mutant; all else once.
  if (mutants === undefined || file.endsWith('.test.ts')) run();
  else mutants.load(run);
};

const compile = (text, file) =>
  transformSync(text, { loader: 'ts', format: 'cjs', target: 'node20', sourcefile: file, sourcemap: 'inline' }).code;

// The same cases in each run.
const { _resolveFilename: resolve } = Module;
Module._resolveFilename = (request, ...more) =>
  request === 'fast-check' ? join(root, 'jest.fast-check.js') : resolve(request, ...more);

/** Loads everything of this workspace, again if it was. */
function load(active) {
  for (const path of Object.keys(Module._cache)) if (path.endsWith('.ts')) delete Module._cache[path];
  mutants = undefined;
  const { Switch } = require('./switch.ts');
  mutants = globalThis.mutants = new Switch();
  mutants.active = active;
  const { planChecks } = require('./checks.ts');
  const { unitTestChecks } = require('./unit-tests.ts');
  checks = new Map([...planChecks(mutants), ...unitTestChecks(mutants)].map((check) => [check.name, check]));
}

/** A check that throws does not pass. */
async function passes({ name, parts }) {
  try {
    return await checks.get(name).passes(parts);
  } catch {
    return false;
  }
}

const answers = {
  start: (files) => {
    sources = new Map(files.map(([file, text]) => [join(root, file), text]));
    load();
    return [...checks.keys()];
  },

  /** What one check reaches, with no mutant. */
  measure: async (name) => {
    mutants.takeReached();
    const start = performance.now();
    const reached = await checks.get(name).reachedByParts();
    return { name, reached, milliseconds: performance.now() - start };
  },

  reachedByLoading: () => [...mutants.reachedByLoading],

  /** The first of the checks that notices a mutant. */
  try: async ({ id, checks: asked, isLoading }) => {
    try {
      if (isLoading) load(id);
    } catch {
      load();
      return { noticedBy: 'loading' };
    }
    mutants.active = id;
    let noticedBy;
    for (const each of asked) {
      process.send('alive');
      if (await passes(each)) continue;
      noticedBy = each;
      break;
    }
    if (isLoading) load();
    mutants.active = undefined;
    // What a mutant left behind must not be taken for the next one.
    const isUpset = noticedBy !== undefined && !(await passes(noticedBy));
    return { noticedBy: noticedBy?.name, isUpset };
  },
};

process.on('message', ({ ask, of }) => {
  void (async () => process.send({ answer: await answers[ask](of) }))();
});
