// `npm run fuzz`: the property tests with fresh cases.
const { projects, ...config } = require('./jest.config');

const [unit] = projects;

module.exports = {
  ...config,
  projects: [{ ...unit, displayName: 'fuzz', globals: { FUZZ: true } }],
  filter: `${__dirname}/jest.fuzz.filter.js`,
};
