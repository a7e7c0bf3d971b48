// Loaded into a process that a test looks at: on SIGUSR2 it writes how many bytes it holds after all garbage is collected.
const { renameSync, writeFileSync } = require('node:fs');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

const file = process.env.HELD_MEMORY_FILE;

process.on('SIGUSR2', () => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { external, heapUsed } = process.memoryUsage();
  writeFileSync(`${file}.new`, String(external + heapUsed));
  renameSync(`${file}.new`, file);
});
