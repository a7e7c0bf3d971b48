const { join } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** What took longest on two cores, the longest first: a clean checkout remembers no times, and a file's size tells nothing. */
const LONGEST = [
  'tools/nx-cdktf/src/generators/init/init',
  'tools/local/tests/live',
  'tools/local/tests/kitchen-sink',
  'tools/local/tests/emulator-gaps',
  'tools/local/tests/start',
  'tools/nx-cdktf/src/affected/affected-environments',
  'tools/local/tests/emulator',
  'tools/bootstrap/tests/old-roles',
  'tools/local/tests/two-checkouts',
  'tools/terraform/src/orphans/orphans',
  'tools/nx-cdktf/src/nx',
  'tools/local/tests/edits',
  'tools/bootstrap/tests/services',
  'tools/local/tests/kitchen-sink-http',
  'tools/run-ts/tests/mistakes',
  'tools/terraform/src/killed',
  'tools/review-catalogue/src/make/make-plans',
  'tools/local/tests/kitchen-sink-rest',
  'tools/terraform/src/existing-api',
  'tools/nx-cdktf/src/generators/generators',
  'tools/bootstrap/tests/bootstrap',
  'tools/local/tests/playground-browser',
].map((name) => join(__dirname, `${name}.system.test.ts`));

/** Longest first, then the other system tests: the many small unit tests fill the time in which the last of them are waited for. */
module.exports = class extends Sequencer {
  sort(tests) {
    const rank = ({ context, path }) => {
      const place = LONGEST.indexOf(path);
      if (place >= 0) return place;
      return LONGEST.length + (context.config.displayName?.name === 'system' ? 0 : 1);
    };
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
