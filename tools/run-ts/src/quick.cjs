const { hookLate } = require('./late.cjs');
const { keepLibraries } = require('./libraries.cjs');
const { keepPackages } = require('./packages.cjs');
const { keepPaths } = require('./resolve.cjs');

/**
 * For programs that always load the same modules: a synthesis, and the review.
 *
 * @param program what is kept is kept for it
 * @returns the function of each TypeScript module that is loaded
 */
function loadQuickly(program) {
  keepPaths();
  keepPackages(program);
  hookLate();
  process.on('beforeExit', endNow);
  return keepLibraries(program).compiled;
}

/** Node takes the heap apart before it ends by itself, which takes a tenth of the time of a synthesis. */
function endNow() {
  if (process.listenerCount('beforeExit') === 1) process.exit();
}

module.exports = { loadQuickly };
