const { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');
const { cachedDataVersionTag } = require('node:v8');

/** Where packages are installed; a copy of the workspace that links to them shares what is kept. */
const packagesRoot = resolve(realpathSync(require.resolve('esbuild/package.json')), '../..');
/** V8 takes the code of a process with other flags for nothing, such as one whose `NODE_OPTIONS` limit the memory. */
const v8 = cachedDataVersionTag().toString(16);
const folder = join(packagesRoot, '.cache/gatehouse', `node-${process.version}-${process.arch}-${v8}`);

/**
 * @returns what describes the kept file, its text of JavaScript, and the code that V8 made of it; nothing when there is
 *   no such file, or it is cut off
 */
function readKept(name) {
  let content;
  try {
    content = readFileSync(join(folder, name));
  } catch {
    return undefined;
  }
  const [index = -1, text = 0, code = 0] = content.length < 12 ? [] : [0, 4, 8].map((at) => content.readUInt32LE(at));
  if (12 + index + text + code !== content.length) return undefined;
  return {
    index: content.toString('utf8', 12, 12 + index),
    text: content.toString('utf8', 12 + index, 12 + index + text),
    code: content.subarray(12 + index + text),
  };
}

/** Another process finds all of it or nothing. A folder that is read-only is no failure: nothing is kept then. */
function keep(name, { index = '', text, code }) {
  const parts = [Buffer.from(index), Buffer.from(text), code];
  const lengths = Buffer.alloc(12);
  parts.forEach(({ length }, position) => lengths.writeUInt32LE(length, position * 4));
  const file = join(folder, name);
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, Buffer.concat([lengths, ...parts]));
    renameSync(unfinished, file);
  } catch {
    rmSync(unfinished, { force: true });
  }
}

module.exports = { keep, packagesRoot, readKept };
