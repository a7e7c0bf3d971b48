import { both, type Changes, changeOf, isLeftOut, isNothing, NOTHING } from './changes';

const inputs = { app: 'local', services: () => ['api', 'jobs'] };
const said = (path: string): unknown => {
  const change = changeOf(path, inputs);
  return change && Object.entries(change).flatMap(([name, value]) => (value === true ? [name] : [...(value || [])]));
};

it.each([
  ['apps/api/src/index.ts', ['api']],
  ['apps/jobs/src/deep/file.json', ['jobs']],
  ['apps/api/dist/api.zip', ['archives']],
  ['apps/api/dist/other.zip', undefined],
  ['apps/api/src/index.test.ts', undefined],
  ['apps/local/users.json', ['users']],
  ['apps/local/users.schema.json', undefined],
  ['apps/local/main.ts', ['stacks']],
  ['apps/local/outputs.json', undefined],
  ['apps/local/clients.md', undefined],
  ['apps/local/cdktf.out/manifest.json', undefined],
  ['apps/local/.terraform-work/local-api/plan.tfplan', undefined],
  ['apps/dev/main.ts', undefined],
  ['apps/main.ts', ['stacks']],
  ['apps/new/package.json', ['stacks']],
  ['libs/stacks/src/routes.ts', ['stacks']],
  ['libs/stacks/src/openapi.yaml', ['stacks']],
  ['libs/stacks/src/routes.test.ts', undefined],
  ['libs/gateway/README.md', undefined],
  ['libs/gateway/testing/api.ts', undefined],
  ['environments/base.json', ['stacks']],
  ['environments/schema.json', undefined],
  ['tsconfig.base.json', ['stacks']],
  ['tools/local/src/start.ts', undefined],
  ['node_modules/zod/index.js', undefined],
  ['libs/stacks/src/.routes.ts.swp', undefined],
  ['libs/stacks/src/routes.ts~', undefined],
  ['libs/stacks/src/4913', undefined],
])('a change of %s means %j', (path, expected) => {
  expect(said(path)).toEqual(expected);
});

it('leaves out whole folders that nobody watches', () => {
  expect(['libs/x/node_modules', '.git', 'apps/local/cdktf.out', 'apps/api/dist'].map(isLeftOut)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

it('joins changes', () => {
  const one: Changes = { ...NOTHING, services: new Set(['api']), users: true };
  const all = both(one, { ...NOTHING, services: new Set(['jobs']), stacks: true });
  expect(all).toEqual({
    services: new Set(['api', 'jobs']),
    archives: false,
    users: true,
    stacks: true,
    states: false,
  });
  expect([all, NOTHING].map(isNothing)).toEqual([false, true]);
});
