const { hash } = require('node:crypto');
const { extname, join, sep } = require('node:path');
const { Script } = require('node:vm');
const { keep, readKept } = require('./cache.cjs');
const { HEAD } = require('./script.cjs');

const workspace = join(__dirname, '../../..', sep);

/** A change here changes what is written. */
const options = {
  loader: 'ts',
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  // As `require`, so that it finds TypeScript.
  supported: { 'dynamic-import': false },
};
const version = `${require('esbuild/package.json').version} ${JSON.stringify(options)}`;

/**
 * Compiles TypeScript, or takes what was compiled from the same text: JavaScript, and the code that V8 made of it.
 *
 * @returns the JavaScript, and a function of it that takes what every CommonJS module sees
 */
function compile(file, source) {
  const place = placeOf(file);
  const name = `ts/${hash('sha1', `${version} ${place}\n${source}`)}`;
  const kept = readKept(name);
  if (kept) {
    const script = scriptOf(place, kept.text, kept.code);
    if (!script.cachedDataRejected) return { text: kept.text, compiled: script.runInThisContext() };
  }
  const text = toJavaScript(file, source).code;
  const script = scriptOf(place, text);
  if (compiled.push({ name, text, script }) === 1) process.once('exit', writeCompiled);
  return { text, compiled: script.runInThisContext() };
}

/** V8's code has the name of its file: from the workspace, so that a copy of the workspace can use it. */
const placeOf = (file) => (file.startsWith(workspace) ? file.slice(workspace.length) : file);

const compiled = [];

/** At the end of the process, when V8 has compiled the functions inside too. */
function writeCompiled() {
  for (const { name, text, script } of compiled) keep(name, { text, code: script.createCachedData() });
}

/** @throws SyntaxError with esbuild's own `errors` */
function toJavaScript(file, source, more) {
  const loader = extname(file).slice(1);
  try {
    return require('esbuild').transformSync(source.toString(), {
      ...options,
      ...more,
      loader,
      sourcefile: file,
      logLevel: 'silent',
    });
  } catch (error) {
    const [{ text, location }] = error.errors ?? [{}];
    if (!location) throw error;
    throw Object.assign(new SyntaxError(text), { place: { file, line: location.line, column: location.column + 1 } });
  }
}

const scriptOf = (filename, text, cachedData) =>
  new Script(`${HEAD}${text}\n})`, { filename, cachedData, columnOffset: -HEAD.length });

module.exports = { compile, toJavaScript, version };
