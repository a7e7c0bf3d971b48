import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listEnvironments } from '@gatehouse/environment';
import { WorkspaceCopy } from '../testing/workspace';

/** What an app is made of, and a stack and a queue of its own. */
const withQueue = `
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { environment, EnvironmentStack } from '@gatehouse/platform';
import before from './before';

export default environment(before.name, before, (app, env) => {
  before.compose(app, env);
  new SqsQueue(new EnvironmentStack(app, 'only-here', env), 'only-here', { name: 'only-here' });
});
`;

describe('a resource that one main.ts alone adds', () => {
  let workspace: WorkspaceCopy;
  let names: readonly string[];
  let byNx: Readonly<Record<string, string>>;
  let byCdktf: Readonly<Record<string, string>>;

  beforeAll(() => {
    workspace = new WorkspaceCopy();
    workspace.env = { CHECKPOINT_DISABLE: '1', CI: '1' };
    names = listEnvironments(workspace.path('environments'));
    const [name = ''] = names;
    renameSync(workspace.path('apps', name, 'main.ts'), workspace.path('apps', name, 'before.ts'));
    writeFileSync(workspace.path('apps', name, 'main.ts'), withQueue);

    workspace.nx('run-many', '-t', 'synth');
    byNx = Object.assign({}, ...names.map((each) => stacksIn(workspace.path('apps', each, 'cdktf.out'))));
    workspace.node('node_modules/.bin/cdktf', 'synth');
    byCdktf = stacksIn(workspace.path('cdktf.out'));
  });
  afterAll(() => workspace.remove());

  it('is written by nx and by cdktf, for its environment only', () => {
    for (const stacks of [byNx, byCdktf]) {
      const having = Object.keys(stacks).filter((stack) => stacks[stack]?.includes('"only-here"'));

      expect(having).toEqual([`${names[0]}-only-here`]);
    }
  });

  it('is written the same by both, as is everything else', () => {
    expect(names.filter((name) => !Object.keys(byNx).some((stack) => stack.startsWith(`${name}-`)))).toEqual([]);
    expect(byCdktf).toEqual(byNx);
  });
});

/** The JSON of each stack, byte by byte. */
function stacksIn(out: string): Record<string, string> {
  const stacks = join(out, 'stacks');
  return Object.fromEntries(
    readdirSync(stacks).map((stack) => [stack, readFileSync(join(stacks, stack, 'cdk.tf.json'), 'utf8')]),
  );
}
