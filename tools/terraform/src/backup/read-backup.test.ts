import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeFile, writeStack } from '../../testing/stack';
import { shownPath } from '../synthesized';
import { newestBackup, wholeFolder } from './backup-folder';
import { type Manifest } from './manifest';
import { readBackup } from './read-backup';

const backend = { s3: { bucket: 'state', key: 'dev/api.tfstate', region: 'eu-west-1' } };
const stacks = [writeStack('dev-api', { terraform: { backend } })];
const STATE = JSON.stringify({ version: 4, lineage: 'a1', serial: 3, resources: [] });
const sum = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A backup of dev, as the command leaves it. */
function saved(change: Partial<Manifest> = {}): string {
  const folder = temporaryFolder();
  const files = { 'outputs.json': '{}\n', 'states/dev_api.tfstate': STATE };
  for (const [file, text] of Object.entries(files)) writeFile(join(folder, file), text);
  const state = {
    stack: 'dev-api',
    bucket: 'state',
    key: 'dev/api.tfstate',
    versionId: 'v2',
    lineage: 'a1',
    serial: 3,
  };
  const manifest: Manifest = {
    ...{
      format: 'gatehouse-backup-1',
      environment: 'dev',
      at: '2026-01-01T00:00:00.000Z',
      commit: null,
      changed: false,
    },
    states: [{ ...state, file: 'states/dev_api.tfstate', earlier: [] }],
    users: [],
    poolsWithoutUsers: [],
    files: Object.fromEntries(Object.entries(files).map(([file, text]) => [file, sum(text)])),
    ...change,
  };
  writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

const refusal = (folder: string): string => {
  try {
    readBackup(folder, 'dev', stacks);
  } catch (error) {
    return (error as Error).message.replace(`${shownPath(folder)}: `, '');
  }
  return 'nothing';
};
const CHANGED = 'Nothing was restored. The backup was cut off or edited: name another one.';

describe('a backup', () => {
  it('is read when it is as it was saved', () => {
    const backup = readBackup(saved(), 'dev', stacks);
    expect(backup.states.map(({ saved: { stack }, state }) => [stack, state.serial])).toEqual([['dev-api', 3]]);
  });

  it('is refused when a file was edited, cut off or lost', () => {
    const folder = saved();
    writeFileSync(join(folder, 'states/dev_api.tfstate'), STATE.replace('"serial":3', '"serial":4'));
    expect(refusal(folder)).toBe(`expected states/dev_api.tfstate as it was saved, found other content. ${CHANGED}`);
    rmSync(join(folder, 'states/dev_api.tfstate'));
    expect(refusal(folder)).toBe(`expected states/dev_api.tfstate as it was saved, found no such file. ${CHANGED}`);
  });

  it('is refused when its manifest was edited, cut off or lost', () => {
    const folder = saved();
    const file = join(folder, 'manifest.json');
    const text = readFileSync(file, 'utf8');
    const found = (what: string) => `expected manifest.json as it was saved, found ${what}. ${CHANGED}`;
    writeFileSync(file, text.replace('"serial":3', '"serial":"3"'));
    expect(refusal(folder)).toBe(found('another "states.0.serial"'));
    writeFileSync(file, text.replace('"file":"states/dev_api.tfstate"', '"file":"../../secret.tfstate"'));
    expect(refusal(folder)).toBe(found('another "states.0.file"'));
    writeFileSync(file, text.slice(0, 100));
    expect(refusal(folder)).toBe(found('no whole manifest'));
    rmSync(file);
    expect(refusal(folder)).toBe(
      'expected a backup, found no manifest.json. Nothing was restored. Name a folder that "backup" made.',
    );
    expect(refusal(saved({ files: { 'outputs.json': sum('{}\n') } }))).toBe(found('no sum of states/dev_api.tfstate'));
  });

  it('is refused when it is of another environment, or of another project', () => {
    expect(refusal(saved({ environment: 'prod' }))).toBe(
      'expected a backup of dev, found one of prod. Nothing was restored. Name another folder.',
    );
    const state = { stack: 'dev-api', bucket: 'other', key: 'dev/api.tfstate', versionId: 'v2' };
    const of = { lineage: 'a1', serial: 3, file: 'states/dev_api.tfstate', earlier: [] };
    expect(refusal(saved({ states: [{ ...state, ...of }] }))).toBe(
      'expected states of s3://state, found one of s3://other. Nothing was restored. It is of another account or project.',
    );
  });
});

describe('the folder of a backup', () => {
  it('is there whole or not at all, and never in the place of another', async () => {
    const app = temporaryFolder();
    const folder = join(app, '.backup', '1');
    const cut = wholeFolder(folder, (part) => {
      writeFile(join(part, 'half'));
      return Promise.reject(new Error('cut'));
    });
    await expect(cut).rejects.toThrow('cut');
    expect(() => newestBackup(app, 'dev')).toThrow(
      'expected a backup of dev, found none. Make one with "npx nx backup dev"',
    );

    for (const name of ['1', '2']) await wholeFolder(join(app, '.backup', name), () => Promise.resolve());
    expect(newestBackup(app, 'dev')).toBe(join(app, '.backup', '2'));
    await expect(wholeFolder(folder, () => Promise.resolve())).rejects.toThrow('expected no such folder, found one.');
  });
});
