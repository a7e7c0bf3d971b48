import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stepsOf } from './steps';

const workspace = resolve(__dirname, '../../..');
const guide = readFileSync(join(workspace, 'docs/cdktn.md'), 'utf8');

const commandsOf = (section: string): string =>
  stepsOf(guide, section)
    .map(({ commands }) => commands)
    .join('\n');

/** Packages with stacks that are ours; a team adds its own to the guide's commands. */
const STACKS = ['examples', 'libs/patterns'];

/** Packages of ours that depend on another, as npm's -w takes them. */
const dependents = (name: string): string[] =>
  ['apps', 'libs', 'tools']
    .flatMap((parent) => readdirSync(join(workspace, parent)).map((folder) => `${parent}/${folder}`))
    .concat('examples')
    .sort()
    .filter((folder) => {
      const file = join(workspace, folder, 'package.json');
      if (!existsSync(file)) return false;
      const text = readFileSync(file, 'utf8');
      return text.includes(`"${name}": "`) && (STACKS.includes(folder) || !text.includes('"type:stack"'));
    });

const workspacesIn = (text: string): string[] =>
  [...text.matchAll(/ -w (\S+)/g)].map(([, folder = '']) => folder).sort();

describe('docs/cdktn.md', () => {
  it('moves every package that depends on the engine or the AWS bindings', () => {
    expect(workspacesIn(commandsOf('Move to CDK Terrain'))).toEqual(dependents('cdktf'));
    expect(workspacesIn(commandsOf('Move to provider 6'))).toEqual(dependents('@cdktf/provider-aws'));
  });

  it('runs the unit tests of every package that depends on the engine', () => {
    expect(commandsOf('Run the unit tests').split(/\s+/)).toEqual(expect.arrayContaining(dependents('cdktf')));
  });

  it('takes no synthesis from the cache, which knows nothing of the engine', () => {
    const synths = `${commandsOf('Before')}\n${commandsOf('Prove it')}`.match(/.*-t synth.*/g);

    expect(synths).toHaveLength(2);
    for (const line of synths ?? []) expect(line).toContain('--skip-nx-cache');
  });

  it('has commands that the shell can parse', () => {
    for (const section of ['Before', 'Move to CDK Terrain', 'Move to provider 6', 'Prove it', 'Compare'])
      execFileSync('sh', ['-n'], { input: commandsOf(section) });
  });
});
