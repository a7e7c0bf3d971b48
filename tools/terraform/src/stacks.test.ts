import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeFile } from '../testing/stack';
import { SetupError } from './errors';
import { readStacks } from './stacks';

function appWith(stacks: Record<string, string[]>): string {
  const app = join(temporaryFolder(), 'dev');
  const entries = Object.entries(stacks).map(([name, dependencies]) => [
    name,
    { name, workingDirectory: `stacks/${name}`, dependencies },
  ]);
  for (const name of Object.keys(stacks)) writeFile(join(app, 'cdktf.out/stacks', name, 'cdk.tf.json'), '{}');
  writeFile(join(app, 'cdktf.out/manifest.json'), JSON.stringify({ stacks: Object.fromEntries(entries) }));
  return app;
}

describe('readStacks', () => {
  it('puts every stack after those it depends on', () => {
    const app = appWith({ api: ['identity', 'network'], identity: ['network'], network: [] });
    expect(readStacks(app).map((stack) => stack.name)).toEqual(['network', 'identity', 'api']);
  });

  it('knows where a stack is and where its data goes', () => {
    const app = appWith({ 'dev-api': [] });
    expect(readStacks(app)).toEqual([
      {
        name: 'dev-api',
        app: 'dev',
        directory: join(app, 'cdktf.out/stacks/dev-api'),
        workDirectory: join(app, '.terraform-work/dev-api'),
        dependencies: [],
      },
    ]);
  });

  it('puts stacks that read nothing where the app has them', () => {
    const app = appWith({ orders: [], api: ['identity'], audit: [], identity: [] });
    expect(readStacks(app).map((stack) => stack.name)).toEqual(['orders', 'identity', 'api', 'audit']);
  });

  it('reads each stack once, however many read it', () => {
    const layers = 40;
    const pairs = Array.from({ length: layers }, (_, layer) => {
      const below = layer === 0 ? [] : [`left-${layer - 1}`, `right-${layer - 1}`];
      return { [`left-${layer}`]: below, [`right-${layer}`]: below };
    });
    expect(readStacks(appWith(Object.assign({}, ...pairs) as Record<string, string[]>))).toHaveLength(2 * layers);
  });

  it('fails when stacks depend on each other, and names those alone', () => {
    expect(() => readStacks(appWith({ web: ['a'], a: ['b'], b: ['a'] }))).toThrow(
      'stacks depend on each other: a -> b -> a. Each reads the state of the next',
    );
  });

  it('fails when a dependency is not there', () => {
    expect(() => readStacks(appWith({ a: ['b'] }))).toThrow('a -> b, but there is no stack "b".');
  });

  describe('fails before anything is planned, and says how to mend it, when', () => {
    const mend = 'synthesize with "npx nx synth dev".';
    const app = (): string => appWith({ api: ['identity'], identity: [] });

    it.each([
      ['nothing is synthesized', 'cdktf.out/manifest.json', undefined, 'does not exist'],
      [
        'the manifest is cut',
        'cdktf.out/manifest.json',
        '{ "stacks": {',
        'is damaged (expected one whole JSON object)',
      ],
      ['the manifest is no object', 'cdktf.out/manifest.json', 'null', 'is damaged (expected one whole JSON object)'],
      ['the manifest has no stacks', 'cdktf.out/manifest.json', '{ "stacks": {} }', 'names no stack'],
      ['the file of a stack is missing', 'cdktf.out/stacks/api/cdk.tf.json', undefined, 'does not exist'],
      ['the file of a stack is cut', 'cdktf.out/stacks/api/cdk.tf.json', '{ "resou', 'is damaged'],
    ])('%s', (_what, file, content, found) => {
      const directory = app();
      if (content === undefined) rmSync(join(directory, file));
      else writeFile(join(directory, file), content);

      const run = (): unknown => readStacks(directory);

      expect(run).toThrow(SetupError);
      const again = found.startsWith('is damaged') ? ' If .* run "npx nx reset" first.' : '';
      expect(run).toThrow(new RegExp(`${file} ${found.replace(/[()]/g, '\\$&')}.*: ${mend}${again}$`));
    });
  });
});
