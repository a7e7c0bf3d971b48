const { statSync } = require('node:fs');
const Module = require('node:module');
const { join, sep } = require('node:path');
const { packagesRoot } = require('./cache.cjs');
const { functions, paths, runModule } = require('./load.cjs');
const { leadToTheSame, lookupsOf, manifestsOf } = require('./lookups.cjs');
const { KeptScript } = require('./script.cjs');

/** The short ones together are a tenth. */
const LONG = 3000;
/** A script that is not on the disk by itself cannot. */
const LOADS_ES_MODULES = /\bimport\s*\(/;
const minification = { minifyWhitespace: true, charset: 'ascii', legalComments: 'none', logLevel: 'silent' };

/**
 * Keeps the JavaScript of third-party packages that a program loads in one script, with the code that V8 made of it
 * and where each `require` leads: to find, read and compile hundreds of files is most of the time of a synthesis.
 *
 * It holds as long as every file is as it was, those of `package.json` too, and each package is found where it was found;
 * otherwise Node loads the packages, and the script is written anew when the program ends.
 *
 * @param program what keeps them, such as `apps-main-ts`: each has a script of its own
 */
function keepPackages(program) {
  const name = `packages/${program}`;
  const script = read(name);
  const added = new Map();
  if (script) takeOver(script);
  loadFrom(added);
  process.once('exit', () => {
    for (const file of script?.index.refused ?? []) added.delete(file);
    if (added.size === 0) script?.addCode();
    else write(name, new Map([...textsOf(script), ...minified(added)]), script?.index.refused);
  });
}

function read(name) {
  const script = KeptScript.read(name);
  if (!script) return undefined;
  const { files, lookups, others, stamps } = script.index;
  const isSame = [...files, ...others].every((file, position) => stampOf(file) === stamps[position]);
  return isSame && leadToTheSame(lookups) ? script : undefined;
}

function takeOver(script) {
  const { files, requires } = script.index;
  const compiled = script.run();
  files.forEach((file, position) => functions.set(file, compiled[position]));
  for (const [key, file] of requires) paths.set(key, file);
}

/** Node asks for the JavaScript of each module in turn; what it had to compile itself is `added`. */
function loadFrom(added) {
  const { '.js': load } = Module._extensions;
  Module._extensions['.js'] = (module, filename) => {
    const compiled = functions.get(filename);
    if (compiled) runModule(module, compiled);
    else load(module, filename);
  };
  const { _compile } = Module.prototype;
  Module.prototype._compile = function (content, filename, ...rest) {
    if (isPackage(filename)) added.set(filename, content);
    return _compile.call(this, content, filename, ...rest);
  };
}

const isPackage = (file) =>
  file.includes(`${sep}node_modules${sep}`) && !file.startsWith(join(packagesRoot, 'esbuild', sep));

const textsOf = (script) => script?.modules.map(({ file, text }) => [file, text]) ?? [];

/** Without comments and spaces, which V8 reads too. */
const minified = (contents) => [...contents].map(([file, content]) => [file, minify(withoutMarks(content))]);

function minify(text) {
  if (text.length < LONG && !LOADS_ES_MODULES.test(text)) return text;
  try {
    return require('esbuild').transformSync(text, minification).code;
  } catch {
    return text;
  }
}

const withoutMarks = (content) => content.replace(/^#!.*/, '').replace(/^\/\/# sourceMappingURL=.*/gm, '');

function write(name, texts, formerlyRefused = []) {
  const refused = [...texts].filter(([, text]) => LOADS_ES_MODULES.test(text)).map(([file]) => file);
  for (const file of refused) texts.delete(file);
  const files = [...texts.keys()];
  const requires = [...paths].filter(([, file]) => isPackage(file));
  const found = new Set([...files, ...requires.map(([, file]) => file)]);
  const others = [...[...found].filter((file) => !texts.has(file)), ...manifestsOf(found)];
  KeptScript.write(name, texts, {
    others,
    refused: [...formerlyRefused, ...refused],
    stamps: [...files, ...others].map(stampOf),
    lookups: lookupsOf(requires),
    requires,
  });
}

/** npm gives every file the same time of modification; that of its change is its own. */
function stampOf(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && `${stats.size} ${stats.ctimeMs}`;
}

module.exports = { keepPackages };
