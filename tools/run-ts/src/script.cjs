const crypto = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');
const { keep, readKept } = require('./cache.cjs');

const HEAD = '(function (exports, require, module, __filename, __dirname) { ';
const TAIL = '\n})';

/** What another version of these files wrote may mean something else. */
const WRITER = crypto.hash(
  'sha1',
  ['script.cjs', 'packages.cjs', 'libraries.cjs', 'lookups.cjs']
    .map((file) => readFileSync(join(__dirname, file), 'utf8'))
    .join(),
);

const running = new Map();

/** Many modules as one script, with the code that V8 made of it: one by one they take three times as long. */
class KeptScript {
  /** @returns what was written by this name; nothing when another version wrote it, or it is damaged */
  static read(name) {
    const kept = readKept(name);
    if (!kept?.index.includes(WRITER)) return undefined;
    try {
      return new KeptScript(name, kept, JSON.parse(kept.index));
    } catch {
      return undefined;
    }
  }

  /**
   * The code of V8 follows with the next run, which knows what is called.
   *
   * @param texts JavaScript of each module, by its file
   * @param index what decides whether it holds
   * @param shared declarations that each module can use
   */
  static write(name, texts, index, shared = '') {
    const files = [...texts.keys()];
    const lengths = [...texts.values()].map(({ length }) => length);
    const start = `(() => { ${shared}\nreturn [`;
    const text = `${start}${[...texts.values()].map((each) => `\n${HEAD}${each}${TAIL}`).join()}]; })()`;
    keep(name, { index: JSON.stringify({ ...index, writer: WRITER, start, files, lengths }), text });
  }

  constructor(name, kept, index) {
    Object.assign(this, { name, kept, index });
  }

  /** @returns a function of each module that takes what every CommonJS module sees, in the order of `index.files` */
  run() {
    const { code, text } = this.kept;
    const filename = `node_modules/.cache/gatehouse/${this.name}`;
    running.set(filename, this);
    this.script = new Script(text, { filename, cachedData: code.length > 0 ? code : undefined });
    return this.script.runInThisContext();
  }

  /** When the process ends, V8 has compiled what is called. */
  addCode() {
    if (!this.script || this.script.cachedDataRejected === false) return;
    keep(this.name, { ...this.kept, code: this.script.createCachedData() });
  }

  /** File and JavaScript of each module, and its first line in the script. */
  get modules() {
    return (this.found ??= this.findModules());
  }

  findModules() {
    const { kept, index } = this;
    let at = index.start.length;
    let line = index.start.split('\n').length;
    return index.files.map((file, position) => {
      const start = at + '\n'.length + HEAD.length;
      const text = kept.text.slice(start, start + index.lengths[position]);
      const module = { file, text, line: line + 1 };
      at = start + text.length + TAIL.length + ','.length;
      line += `\n${text}${TAIL}`.split('\n').length - 1;
      return module;
    });
  }
}

/** @returns which module a place in a kept script is of, and where in its JavaScript; nothing for any other file */
function placeInScript({ file, line, column }) {
  const module = running.get(file)?.modules.findLast((each) => each.line <= line);
  if (!module) return undefined;
  const isFirst = module.line === line;
  return { file: module.file, line: line - module.line + 1, column: isFirst ? column - HEAD.length : column };
}

module.exports = { HEAD, KeptScript, placeInScript };
