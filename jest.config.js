const { availableParallelism } = require('node:os');

// Terraform and the AWS provider spend a third of their time on collecting garbage otherwise.
process.env.GOGC ??= '400';

// Unit tests need no network and no Terraform; system tests start both, and an emulator.
const common = {
  rootDir: __dirname,
  setupFilesAfterEnv: ['<rootDir>/jest.setup.js'],
  testEnvironment: 'node',
  // signal-exit, which proper-lockfile uses, keeps an object on `process` that the next test file goes on with.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  transform: {
    '\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Packages published as ES modules only.
  transformIgnorePatterns: [
    '/node_modules/(?!(@octokit|@actions|oauth4webapi|oidc-provider|universal-user-agent|before-after-hook|json-with-bigint|content-type|execa|get-port|listr2|jose|is-[a-z-]+|npm-run-path|path-key|strip-final-newline|human-signals|pretty-ms|parse-ms|figures|get-stream|unicorn-magic|yoctocolors|@sindresorhus|@sec-ant|cross-spawn|micromark[a-z-]*|decode-named-character-reference|character-entities|devlop|dequal|parse5|entities|env-paths|chrome-launcher|lighthouse-logger|is-safe-filename)(/|$))',
  ],
  moduleNameMapper: {
    '^fast-check$': '<rootDir>/jest.fast-check.js',
    // It exports itself to `import` only.
    '^@actions/expressions$': '<rootDir>/node_modules/@actions/expressions/dist/index.js',
  },
  modulePathIgnorePatterns: ['/cdktf\\.out/', '/dist/', '/\\.nx/'],
};

module.exports = {
  reporters: ['default', '<rootDir>/.ci/count-reporter.js'],
  // System tests wait now and then: for a provider that polls, for a process that starts.
  maxWorkers: availableParallelism() + 1,
  testSequencer: '<rootDir>/jest.sequencer.js',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.system\\.test\\.ts$'],
    },
    {
      ...common,
      displayName: 'system',
      testMatch: ['**/*.system.test.ts'],
    },
  ],
};
