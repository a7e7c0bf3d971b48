// What tests get as `fast-check`: with the same cases in each run, so that red means a new defect. `npm run fuzz` tries
// fresh ones; fast-check prints the seed of a failure, and FUZZ_SEED=<seed> tries it again.
const fc = require('./node_modules/fast-check/lib/cjs/fast-check.js');

fc.configureGlobal(
  globalThis.FRESH_CASES ? { numRuns: 1000 } : { seed: Number(process.env.FUZZ_SEED ?? 20_260_101) },
);

module.exports = fc;
