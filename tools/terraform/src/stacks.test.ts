import { join } from 'node:path';
import { temporaryFolder, writeFile } from '../testing/stack';
import { readStacks } from './stacks';

function appWith(stacks: Record<string, string[]>): string {
  const app = join(temporaryFolder(), 'dev');
  const entries = Object.entries(stacks).map(([name, dependencies]) => [
    name,
    { name, workingDirectory: `stacks/${name}`, dependencies },
  ]);
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

  it('fails when nothing is synthesized, and says how', () => {
    expect(() => readStacks(join(temporaryFolder(), 'prod'))).toThrow(
      /cdktf.out\/manifest.json does not exist: synthesize first, with "npx nx synth prod"/,
    );
  });

  it('fails when stacks depend on each other', () => {
    expect(() => readStacks(appWith({ a: ['b'], b: ['a'] }))).toThrow('stacks depend on each other: a -> b -> a.');
  });

  it('fails when a dependency is not there', () => {
    expect(() => readStacks(appWith({ a: ['b'] }))).toThrow('a -> b, but there is no stack "b".');
  });
});
