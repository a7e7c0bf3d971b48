const { join } = require('node:path');

const workspace = join(__dirname, '../../../..');
const program = join(workspace, 'apps/main.ts');
// As if Node ran it: what is kept of its packages is kept for it.
process.argv[1] = program;
require(join(workspace, 'register-ts.cjs'));
const { isOfTeam } = require(join(workspace, 'tools/run-ts/src/owners.cjs'));

/** Runs `apps/main.ts NAME` for each environment that it is sent, one after another. */
process.on('message', async ({ name, env }) => {
  setEnvironmentVariables(env);
  const output = capture();
  const success = run(name);
  // An error that nobody awaits ends the process here, and is not taken for the next one's.
  await new Promise(setImmediate);
  process.send({ success: success && !process.exitCode, output: output() });
  process.exitCode = undefined;
});

/** Only success counts: what fails is run again in a process of its own, which says why. */
function run(name) {
  process.argv[2] = name;
  forgetTeam();
  try {
    require(program);
    return true;
  } catch {
    return false;
  }
}

/** Modules of the team start anew, so that nothing which one environment left in a variable reaches another. */
function forgetTeam() {
  for (const file of Object.keys(require.cache)) {
    if (file === program || isOfTeam(file)) delete require.cache[file];
  }
}

function setEnvironmentVariables(env) {
  for (const key of Object.keys(process.env)) if (!(key in env)) delete process.env[key];
  Object.assign(process.env, env);
}

/** @returns a function that ends it, and returns what was printed */
function capture() {
  const chunks = [];
  const streams = [process.stdout, process.stderr];
  for (const stream of streams) stream.write = (chunk) => chunks.push(chunk) > 0;
  return () => {
    for (const stream of streams) delete stream.write;
    return chunks.join('');
  };
}
