const { readFileSync } = require('node:fs');

/** Of the tests, those that use fast-check. */
module.exports = (tests) => ({
  filtered: tests.filter((test) => readFileSync(test, 'utf8').includes("'fast-check'")),
});
