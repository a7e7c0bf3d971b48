const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join, relative } = require('node:path');
const { compile } = require('./compile.cjs');
const { runModule } = require('./load.cjs');
const { loadQuickly } = require('./quick.cjs');
const { findTypeScript } = require('./resolve.cjs');

const workspace = join(__dirname, '../../..');

/** Makes `require` run TypeScript. */
function register() {
  findTypeScript();
  const options = process.execArgv.concat(process.env.NODE_OPTIONS ?? '').join(' ');
  // For the whole stack, as Node prints it: `NODE_OPTIONS=--trace-uncaught`.
  if (!options.includes('--trace-uncaught')) describeErrors();
  const program = relative(workspace, process.argv[1] ?? '');
  // A synthesis and a review always load the same modules; other tools load those of their command, and a debugger shows each file.
  const isQuick = QUICK.test(program) && !/--(trace-uncaught|inspect)/.test(options);
  const compiled = isQuick ? loadQuickly(program.replace(/\W+/g, '-')) : compileAlone;
  Module._extensions['.ts'] = (module, filename) => runModule(module, compiled(filename));
}

/** A program of an app, and `npx plan-review`. */
const QUICK = /^(apps[\\/].*\.ts|.*[\\/]plan-review(\.cjs)?)$/;

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
