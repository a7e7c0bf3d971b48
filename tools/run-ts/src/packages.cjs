const { createHash } = require('node:crypto');
const { readFileSync, statSync } = require('node:fs');
const Module = require('node:module');
const { join, sep } = require('node:path');
const { Script } = require('node:vm');
const { keep, packagesRoot, readKept } = require('./cache.cjs');
const { leadToTheSame, lookupsOf, manifestsOf } = require('./lookups.cjs');
const { keepPaths } = require('./resolve.cjs');
const { runModule } = require('./run-module.cjs');

/** What another version of these files wrote may mean something else. */
const WRITER = ['packages.cjs', 'lookups.cjs']
  .reduce((hash, file) => hash.update(readFileSync(join(__dirname, file))), createHash('sha1'))
  .digest('hex');

/**
 * Keeps the JavaScript of third-party packages that a program loads in one script, with the code that V8 made of it
 * and where each `require` leads: to find, read and compile hundreds of files is most of the time of a synthesis.
 *
 * It holds as long as every file is as it was, those of `package.json` too, and each package is found where it was found;
 * otherwise Node loads the packages, and the script is written anew when the program ends.
 *
 * @param program what keeps them, such as `apps/main.ts`: each has a script of its own
 */
function keepPackages(program) {
  const name = `packages/${program.replace(/\W+/g, '-')}`;
  const kept = read(name) ?? { files: [], functions: [], paths: {} };
  const functions = new Map(kept.files.map((file, index) => [file, kept.functions[index]]));
  const added = new Map();
  const paths = new Map(Object.entries(kept.paths));
  keepPaths(paths);
  loadFrom(functions, added);
  process.once('exit', () => {
    if (added.size > 0) write(name, new Map([...functions, ...added]), paths);
    else if (kept.script && !kept.hasCode) keep(name, { ...kept, code: kept.script.createCachedData() });
  });
}

/** Node asks for the JavaScript of each module in turn; what it had to compile itself is `added`. */
function loadFrom(functions, added) {
  const { '.js': load } = Module._extensions;
  Module._extensions['.js'] = (module, filename) => {
    const compiled = functions.get(filename);
    if (compiled) runModule(module, compiled);
    else load(module, filename);
  };
  const { _compile } = Module.prototype;
  Module.prototype._compile = function (content, filename, ...rest) {
    if (canBeKept(filename, content)) added.set(filename, functionOf(content));
    return _compile.call(this, content, filename, ...rest);
  };
}

/** A script that is not on the disk by itself cannot load ES modules. */
const canBeKept = (filename, content) =>
  filename.includes(`${sep}node_modules${sep}`) &&
  !filename.startsWith(join(packagesRoot, 'esbuild', sep)) &&
  !/\bimport\s*\(/.test(content);

const functionOf = (content) =>
  `function (exports, require, module, __filename, __dirname) { ${content.replace(/^#!.*/, '').replace(/^\/\/# sourceMappingURL=.*/gm, '')}\n}`;

function read(name) {
  const kept = readKept(name);
  if (!kept) return undefined;
  const { index, text, code } = kept;
  const { files, lookups, others, paths, stamps, writtenBy } = JSON.parse(index);
  if (writtenBy !== WRITER) return undefined;
  const isSame = [...files, ...others].every((file, position) => stampOf(file) === stamps[position]);
  if (!isSame || !leadToTheSame(lookups)) return undefined;
  const cachedData = code.length > 0 ? code : undefined;
  const script = new Script(text, { filename: join(packagesRoot, '.cache', name), cachedData });
  const hasCode = script.cachedDataRejected === false;
  return { files, functions: script.runInThisContext(), hasCode, index, paths, script, text };
}

/** The code of V8 follows with the next run, which knows what is called. */
function write(name, functions, paths) {
  const files = [...functions.keys()];
  const found = new Set([...files, ...paths.values()]);
  const others = [...[...found].filter((file) => !functions.has(file)), ...manifestsOf(found)];
  const index = {
    writtenBy: WRITER,
    files,
    others,
    stamps: [...files, ...others].map(stampOf),
    lookups: lookupsOf(paths),
    paths: Object.fromEntries(paths),
  };
  const text = `[${[...functions.values()].map((each) => `(${each})`).join(',\n')}]`;
  keep(name, { index: JSON.stringify(index), text, code: Buffer.alloc(0) });
}

/** npm gives every file the same time of modification; that of its change is its own. */
function stampOf(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && `${stats.size} ${stats.ctimeMs}`;
}

module.exports = { keepPackages };
