// `npm run fuzz`: the property tests with fresh cases.
const { projects, ...config } = require('./jest.config');

const [unit] = projects;

module.exports = {
  ...config,
  testTimeout: 1_800_000,
  projects: [{ ...unit, displayName: 'fuzz', globals: { FUZZ: true } }],
  filter: `${__dirname}/jest.fuzz.filter.js`,
};
