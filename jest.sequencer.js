const { default: Sequencer } = require('@jest/test-sequencer');

/** System tests first: the many small unit tests then fill the time in which the last of them are waited for. */
module.exports = class extends Sequencer {
  sort(tests) {
    const rank = ({ context }) => (context.config.displayName?.name === 'system' ? 0 : 1);
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
