// What tests get as `fast-check`: with the same cases in each run, so that red means a new defect. `npm run fuzz` tries
// ten times as many fresh ones; fast-check prints the seed of a failure, and FUZZ_SEED=<seed> npm run fuzz repeats it.
const fc = require('./node_modules/fast-check/lib/cjs/fast-check.js');

const { FUZZ_SEED } = process.env;
const repeated = globalThis.FUZZ ? FUZZ_SEED : (FUZZ_SEED ?? 20_260_101);
if (repeated !== undefined) fc.configureGlobal({ seed: Number(repeated) });

const assert = (property, { numRuns = 100, ...parameters } = {}) =>
  fc.assert(property, { ...parameters, numRuns: numRuns * 10 });

module.exports = globalThis.FUZZ ? { ...fc, assert, default: { ...fc.default, assert } } : fc;
