const crypto = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join, sep } = require('node:path');
const { keep, readKept } = require('./cache.cjs');
const { compile, version } = require('./compile.cjs');
const { functions, paths } = require('./load.cjs');
const { inWorkspace, leadToTheSame, lookupsOf, withoutWorkspace } = require('./lookups.cjs');
const { isLibrary } = require('./owners.cjs');
const { KeptScript } = require('./script.cjs');

/** A declaration ends with the first line that is not indented and ends with a semicolon. */
const HELPER = /^var (__\w+) = (?:.*;|.*(?:\n .*)*\n\S.*;)\n/gm;
const HELPERS = new RegExp(`^(?:${HELPER.source.slice(1)})+`);

/** esbuild copies what a module exports into an object that other tools can read; Node needs the mark alone. */
const COPYING = /^var __toCommonJS = .*$/m;
const MARKING = 'var __toCommonJS = (mod) => __defProp(mod, "__esModule", { value: true });';

/**
 * Keeps our libraries, which a team seldom edits, in one script. A file holds as long as its text is the same; one that
 * is not is compiled by itself. Files of the team are never in it: a resource names the file that makes it.
 *
 * @param program what keeps them
 * @returns `compiled`: the function of a module that is loaded
 */
function keepLibraries(program) {
  const name = `libraries/${program}`;
  const kept = KeptScript.read(name);
  const script = kept?.index.compiler === version ? kept : undefined;
  const { held, isHere } = script ? takeOver(script) : { held: new Map(), isHere: false };
  const added = new Map();
  process.once('exit', () => {
    const modules = new Map([...held, ...added]);
    if (modules.size === 0) return;
    if (added.size === 0 && isHere) script.addCode();
    else if (!script || isSecondTime(name, modules)) write(name, modules, script);
  });
  return {
    compiled(file) {
      const known = functions.get(file);
      if (known) return known;
      const source = readFileSync(file);
      const { compiled, text } = compile(file, source);
      const place = withoutWorkspace(file);
      if (isLibrary(place)) added.set(place, { hash: hashOf(source.toString()), text });
      return compiled;
    },
  };
}

/** @returns the hash of each module that is as it was, and whether our packages are found where they were */
function takeOver(script) {
  const { files, hashes, lookups, manifests, requires } = script.index;
  const held = new Map();
  const compiled = script.run();
  const isHere = leadToTheSame(lookups) && manifests.every(([file, hash]) => hashOfFile(file) === hash);
  files.forEach((file, position) => {
    if (hashOfFile(file) !== hashes[position]) return;
    functions.set(inWorkspace(file), compiled[position]);
    held.set(file, { hash: hashes[position] });
  });
  for (const [key, file] of requires) {
    // A file next to it is there, and another package can be in its place.
    if (held.has(file) && (isHere || isRelative(key))) paths.set(key, inWorkspace(file));
  }
  return { held, isHere };
}

/** While files are being edited they are compiled one by one: the whole script takes longer when it is new. */
function isSecondTime(name, modules) {
  const text = hashOf(
    [...modules]
      .map(([file, { hash }]) => `${file} ${hash}`)
      .sort()
      .join(),
  );
  const next = `${name}.next`;
  if (readKept(next)?.text === text) return true;
  keep(next, { text });
  return false;
}

function write(name, modules, script) {
  const former = new Map(script?.modules.map(({ file, text }) => [file, text]));
  const texts = new Map([...modules].map(([file, { text }]) => [file, text ?? former.get(file)]));
  const helpers = takeHelpers(texts, script?.index.helpers);
  const requires = requiresOf(modules);
  const packages = requires.filter(([key]) => !isRelative(key));
  const index = {
    compiler: version,
    helpers,
    hashes: [...modules.values()].map(({ hash }) => hash),
    requires,
    lookups: lookupsOf(packages.map(([key, file]) => [key, inWorkspace(file)])),
    manifests: [...new Set(packages.map(([, file]) => manifestOf(file)))].map((file) => [file, hashOfFile(file)]),
  };
  KeptScript.write(name, texts, index, helpers.replace(COPYING, MARKING));
}

/** esbuild declares its functions in each module anew. */
function takeHelpers(texts, former = '') {
  const known = new Map([...former.matchAll(HELPER)].map(([declaration, name]) => [name, declaration]));
  for (const [file, text] of texts) {
    texts.set(
      file,
      text.replace(HELPERS, (declarations) =>
        declarations.replace(HELPER, (declaration, name) => {
          if (!known.has(name)) known.set(name, declaration);
          return known.get(name) === declaration ? declaration.replace(/[^\n]/g, '') : declaration;
        }),
      ),
    );
  }
  return [...known.values()].join('');
}

/** Those that need no look at the disk: by the name of a package, or of a file that is there with `.ts` at its end. */
function requiresOf(modules) {
  const requires = [];
  for (const [key, path] of paths) {
    const file = withoutWorkspace(path);
    if (!modules.has(file)) continue;
    const [, folder, request] = /^(.*) (.+)$/.exec(key);
    if (!isRelative(key) || `${join(folder, request)}.ts` === file) requires.push([key, file]);
  }
  return requires;
}

const isRelative = (key) => / \.\.?\/[^ ]*$/.test(key);

/** `libs/gateway/package.json` says where `@gatehouse/gateway` leads. */
const manifestOf = (file) => join(...file.split(sep, 2), 'package.json');

function hashOfFile(file) {
  try {
    return hashOf(readFileSync(inWorkspace(file), 'utf8'));
  } catch {
    return undefined;
  }
}

const hashOf = (content) => crypto.hash('sha1', content);

module.exports = { keepLibraries };
