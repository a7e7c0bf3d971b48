import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Guide, KEPT, readGuide, SYNTHESIZED } from './guide';

const workspace = resolve(__dirname, '../../..');
const guide = readGuide(workspace);

const commandsOf = (steps: Guide['before']) => steps.map(({ commands }) => commands).join('\n');

/** Packages of the workspace that depend on another, as npm's -w takes them. */
function dependents(name: string): string[] {
  return ['apps', 'libs', 'tools'].flatMap((room) =>
    readdirSync(join(workspace, room))
      .map((folder) => `${room}/${folder}`)
      .filter((folder) => existsSync(join(workspace, folder, 'package.json')))
      .filter((folder) => {
        const manifest = JSON.parse(readFileSync(join(workspace, folder, 'package.json'), 'utf8')) as {
          dependencies?: object;
          devDependencies?: object;
        };
        return name in { ...manifest.dependencies, ...manifest.devDependencies };
      }),
  );
}

const workspacesIn = (text: string): string[] =>
  [...text.matchAll(/ -w (\S+)/g)].map(([, folder = '']) => folder).sort();

describe('docs/cdktn.md', () => {
  it('moves every package that depends on the engine', () => {
    expect(workspacesIn(commandsOf(guide.cdktn))).toEqual(dependents('cdktf'));
    expect(dependents('cdktf')).toEqual(dependents('constructs'));
  });

  it('moves every package that depends on the AWS bindings', () => {
    expect(workspacesIn(commandsOf(guide.provider6))).toEqual(dependents('@cdktf/provider-aws'));
  });

  it('runs the unit tests of every package that depends on the engine', () => {
    const tested = commandsOf(guide.unitTests).split(' ');

    expect(tested).toEqual(expect.arrayContaining(dependents('cdktf')));
  });

  it('keeps the JSON of before where it is compared, and removes it where the next synthesis writes', () => {
    expect(commandsOf(guide.before)).toContain(
      `cp -R ${SYNTHESIZED} ${KEPT}\nrm -rf ${SYNTHESIZED}/*/cdktf.out`,
    );
    expect(commandsOf(guide.comparison)).toContain(`compare ${KEPT} ${SYNTHESIZED}`);
  });

  it('lets no synthesis come from the cache, which knows nothing of the engine', () => {
    const synths = commandsOf([...guide.before, ...guide.proof])
      .split('\n')
      .filter((line) => line.includes('-t synth'));

    expect(synths).toHaveLength(2);
    for (const line of synths) expect(line).toContain('--skip-nx-cache');
  });

  it('names one version of the engine', () => {
    const versions = [...commandsOf(guide.cdktn).matchAll(/(cdktn@|constructs=)([\d.]+)/g)].map(
      ([, name, version]) => `${name}${version}`,
    );

    expect(versions.length).toBe(4);
    expect(new Set(versions).size).toBe(2);
  });
});
