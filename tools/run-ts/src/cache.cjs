const { isAscii } = require('node:buffer');
const { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

/** Where packages are installed; a copy of the workspace that links to them shares what is kept. */
const packagesRoot = resolve(realpathSync(require.resolve('esbuild/package.json')), '../..');

/** Options of Node that no code of V8 depends on, with the value that follows. */
const OTHER = /^(-r|--require|--import|--loader|-e|--eval|-p|--print|-pe)$/;

/** V8 takes the code of a process with other flags for nothing, such as one whose `NODE_OPTIONS` limit the memory. */
const flags = [...process.execArgv, ...(process.env.NODE_OPTIONS ?? '').split(/\s+/)]
  .filter((each, position, all) => !OTHER.test(each) && !OTHER.test(all[position - 1]))
  .map((each) => each.replace(/\W+/g, '-'))
  .filter(Boolean)
  .join('')
  .slice(0, 150);
const folder = join(packagesRoot, '.cache/gatehouse', `node-${process.version}-${process.arch}${flags}`);

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
    index: textOf(content.subarray(12, 12 + index)),
    text: textOf(content.subarray(12 + index, 12 + index + text)),
    code: content.subarray(12 + index + text),
  };
}

/** Nearly all of it is ASCII, which is faster to take as it is. */
const textOf = (bytes) => bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');

/** Another process finds all of it or nothing. A folder that is read-only is no failure: nothing is kept then. */
function keep(name, { index = '', text = '', code = Buffer.alloc(0) }) {
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
    remove(unfinished);
  }
}

function remove(file) {
  try {
    rmSync(file);
  } catch {
    // It was never there.
  }
}

module.exports = { keep, packagesRoot, readKept };
