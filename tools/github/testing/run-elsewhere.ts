/** Workflows, and actions that they use, of which the whole run goes through every script, in a clone with an emulator. */
export const WHOLE_RUN_FILES: readonly string[] = [
  ...['pull-request.yml', 'deploy.yml', 'deploy-environment.yml', 'review-environments.yml'],
  ...['drift.yml', 'out-of-turn.yml', 'release.yml', 'actions/review'],
];

/** Scripts that are a command of `.ci/run`, as they stand. */
export const RUN_BY_CI: readonly string[] = ['npm start -- --check', 'npm test'];

/** Scripts that no test runs as they stand, by file, each with why. */
export const NOT_RUN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'actions/setup': { 'npm ci --prefer-offline': '.ci/run begins with npm ci; here it takes from a cache what it can.' },
  'docs.yml': {
    'npm ci': 'It installs the generators of the site, which the workspace does not have.',
    'npm run api -- --check': 'It needs them; tools/docs/src/api holds the reference to the sources.',
    'npm run build': 'It needs them; tools/docs/src/links follows every link.',
  },
  'product.yml': {
    'bash .ci/run': 'It is what runs this test.',
    'npm run pictures -- --check':
      'It starts everything once more, for minutes; pictures.test.ts compares what is quick.',
  },
  'pull-request.yml': {
    'npx nx run-many -t lint typecheck test -p tag:type:app,tag:type:service,tag:type:stack,tag:type:settings,tag:type:rules':
      '.ci/run lints, checks the types and tests all projects.',
    'npx jest apps --selectProjects unit': '.ci/run runs these tests, and all others.',
  },
  'release.yml': {
    'npx nx run-many -t build --projects tag:npm:public':
      'tools/packages/src/installed.system.test.ts builds each package with the command of the target.',
    'npx nx release publish --dry-run': 'It packs what was built, as the same test does.',
  },
};

/** What the whole run leaves out. */
export const isLeftOut = (script: string): boolean => Object.values(NOT_RUN).some((scripts) => script in scripts);
