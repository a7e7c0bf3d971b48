const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join, relative, sep } = require('node:path');
const { describeError } = require('./describe-error.cjs');
const { compile } = require('./compile.cjs');
const { keepPackages } = require('./packages.cjs');
const { findTypeScript } = require('./resolve.cjs');
const { runModule } = require('./run-module.cjs');

const workspace = join(__dirname, '../../..');

/** Makes `require` run TypeScript. */
function register() {
  Module._extensions['.ts'] = (module, filename) => runModule(module, compile(filename, readFileSync(filename)));
  findTypeScript();
  describeErrors();
  // Only a synthesis always loads the same packages; a tool loads those of its command.
  const program = relative(workspace, process.argv[1] ?? '').replaceAll(sep, '/');
  if (/^apps\/.*\.ts$/.test(program)) keepPackages(program);
}

/** For the whole stack, as Node prints it: `NODE_OPTIONS=--trace-uncaught`. */
function describeErrors() {
  if (
    process.execArgv
      .concat(process.env.NODE_OPTIONS ?? '')
      .join(' ')
      .includes('--trace-uncaught')
  )
    return;
  // The code of the team is often called from deep inside of constructs.
  Error.stackTraceLimit = 50;
  process.on('uncaughtException', (error) => {
    console.error(describeError(error));
    process.exit(1);
  });
}

module.exports = { register };
