const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join, relative } = require('node:path');
const { compile } = require('./compile.cjs');
const { runModule } = require('./load.cjs');
const { findTypeScript } = require('./resolve.cjs');
const { synthesizeQuickly } = require('./synthesis.cjs');

const workspace = join(__dirname, '../../..');

/** Makes `require` run TypeScript. */
function register() {
  findTypeScript();
  const options = process.execArgv.concat(process.env.NODE_OPTIONS ?? '').join(' ');
  // For the whole stack, as Node prints it: `NODE_OPTIONS=--trace-uncaught`.
  if (!options.includes('--trace-uncaught')) describeErrors();
  const program = relative(workspace, process.argv[1] ?? '');
  // Only a synthesis always loads the same modules; a tool loads those of its command, and a debugger shows each file.
  const isQuick = /^apps[\\/].*\.ts$/.test(program) && !/--(trace-uncaught|inspect)/.test(options);
  const compiled = isQuick ? synthesizeQuickly(program.replace(/\W+/g, '-')) : compileAlone;
  Module._extensions['.ts'] = (module, filename) => runModule(module, compiled(filename));
}

const compileAlone = (file) => compile(file, readFileSync(file)).compiled;

function describeErrors() {
  // The code of the team is often called from deep inside of constructs.
  Error.stackTraceLimit = 50;
  process.on('uncaughtException', (error) => {
    const { describeError } = require('./describe-error.cjs');
    console.error(describeError(error));
    process.exit(1);
  });
}

module.exports = { register };
