const { readFileSync } = require('node:fs');
const { SourceMap } = require('node:module');
const { isAbsolute, join, relative, resolve, sep } = require('node:path');
const { toJavaScript } = require('./compile.cjs');
const { isOurs } = require('./owners.cjs');
const { placeInScript } = require('./script.cjs');

const workspace = join(__dirname, '../../..');

/** Errors of the language: nobody wrote a message for them. */
const ofTheLanguage = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];

/**
 * What a person is shown of an error: its message, and the line of the team's code that it comes from.
 * Frames of libraries are not shown, except of a bug in ours.
 */
function describeError(error) {
  if (!(error instanceof Error)) return String(error);
  const frames = error.place ? [inWorkspace(error.place)] : framesOf(error);
  // A mistake in what we call is in the file that calls it.
  const [place, ...callers] = frames.filter(({ file }) => !isOurs(file));
  if (place)
    return [
      messageOf(error),
      ...sourceOf(place),
      ...pathTo(place, error, frames, callers),
      ...adviceOn(error, place),
      ...otherPlace(error),
    ].join('\n');
  if (!isBug(error, frames)) return messageOf(error);
  return [
    'This is a bug in Gatehouse; please report it.',
    messageOf(error),
    ...frames.map((frame) => `  at ${textOf(frame)}`),
  ].join('\n');
}

const isOfLanguage = (error) => ofTheLanguage.some((type) => error instanceof type) || error.code === 'ERR_ASSERTION';

/** What a tool means to say to its user is no plain error. */
const isBug = (error, [frame]) => isOfLanguage(error) || frame?.file.startsWith('tools/');

function pathTo(place, error, [innermost], callers) {
  // Which file imports which leads nowhere.
  if (isNotFound(error)) return [];
  const thrown = isOfLanguage(error) && innermost !== place ? [`  thrown in ${textOf(innermost)}`] : [];
  return [...thrown, ...new Set(callers.map((caller) => `  called from ${textOf(caller)}`))];
}

const isNotFound = ({ code }) => code === 'MODULE_NOT_FOUND';

/** The place that an error is about besides its own, such as where the first of two things of one name is made. */
function otherPlace({ cause }) {
  if (cause?.name !== 'OtherPlace') return [];
  const [place, ...callers] = framesOf(cause).filter(({ file }) => !isOurs(file));
  if (!place) return [];
  return [cause.message, ...sourceOf(place), ...callers.map((caller) => `  called from ${textOf(caller)}`)];
}

function adviceOn(error, { file }) {
  if (/^Cannot read properties of undefined/.test(error.message)) {
    return ['Something is not there, such as a value whose name is misspelt. `npm run typecheck` names the line.'];
  }
  if (error.name === 'TypeError') {
    return ['A value is of another type than the code expects. `npm run typecheck` names the line.'];
  }
  if (/^There is already a Construct with name/.test(error.message)) {
    return ['Give one of the two another id: the first argument of an add method, the second of a constructor.'];
  }
  const [, request = '.'] = (isNotFound(error) && /Cannot find module '(.+?)'/.exec(error.message)) || [];
  if (request.startsWith('.')) return [];
  const name = request.split('/', request.startsWith('@') ? 2 : 1).join('/');
  return [`Correct the name, or install it: npm install --save-exact ${name} ${packageOf(file)}`];
}

/** `libs/stacks/src/routes.ts` is of the package in `libs/stacks`. */
const packageOf = (file) => (/^[^/]+\/[^/]+\//.test(file) ? `-w ${file.split('/', 2).join('/')}` : '');

/** Calls in files of the workspace, the innermost first, as the source has them. */
function framesOf({ stack = '' }) {
  const calls = [...stack.matchAll(/^ +at (?:.* \()?(?:file:\/\/)?(.+?):(\d+):(\d+)\)?$/gm)];
  return calls.flatMap(([, path, line, column]) => {
    const found = { file: path, line: Number(line), column: Number(column) };
    const place = placeInScript(found) ?? found;
    if (!isAbsolute(place.file) && !place.file.endsWith('.ts')) return [];
    const call = inWorkspace(place);
    if (/^(\.\.|[A-Za-z]:|register-ts\.cjs|tools\/run-ts\/)|(^|\/)node_modules\//.test(call.file)) return [];
    return [{ ...call, ...inSource(join(workspace, call.file), call) }];
  });
}

const inWorkspace = (place) => ({
  ...place,
  file: relative(workspace, resolve(workspace, place.file)).split(sep).join('/'),
});

/** esbuild moves lines; its map is made when it is needed. */
function inSource(path, { line, column }) {
  if (!path.endsWith('.ts')) return { line, column };
  try {
    const { map } = toJavaScript(path, readFileSync(path), { sourcemap: 'external' });
    const { originalLine, originalColumn } = new SourceMap(JSON.parse(map)).findEntry(line - 1, column - 1);
    return originalLine === undefined ? { line, column } : { line: originalLine + 1, column: originalColumn + 1 };
  } catch {
    return { line, column };
  }
}

function sourceOf({ file, line, column }) {
  const source = readFileSync(join(workspace, file), 'utf8').split('\n')[line - 1];
  const at = `  at ${textOf({ file, line, column })}`;
  if (!source?.trim()) return [at];
  const margin = `  ${line} | `;
  // Tabs as they are, so that the mark is below its column.
  const indent = source.slice(0, column - 1).replace(/[^\t]/g, ' ');
  return [at, `${margin}${source}`, `${' '.repeat(margin.length - 2)}| ${indent}^`];
}

function messageOf(error) {
  const [first, ...rest] = error.message.split('\nRequire stack:')[0].split('\n');
  const named = isOfLanguage(error) ? `${error.name}: ${first}` : first;
  // `a()` of an imported `a` is `(0, import_b.a)()` when it runs.
  const readable = named.replace(/\(0 ?, import_\w+\.(\w+)\)/g, '$1').replace(/\bimport_\w+\.(\w+)/g, '$1');
  return [readable, ...rest].join('\n').replaceAll(`${workspace}${sep}`, '');
}

const textOf = ({ file, line, column }) => `${file}:${line}:${column}`;

module.exports = { describeError };
