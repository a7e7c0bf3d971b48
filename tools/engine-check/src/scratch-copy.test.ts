import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { folderWith } from '../testing/folder';
import { scratchCopy } from './scratch-copy';

describe('scratchCopy', () => {
  it('copies the sources as they are now, without what Git ignores', async () => {
    const checkout = folderWith({
      '.gitignore': 'node_modules/\n',
      'src/committed.ts': 'old',
      'src/deleted.ts': '',
      'node_modules/x/index.js': '',
    });
    const git = (...args: string[]) => execFileSync('git', args, { cwd: checkout });
    git('init', '--quiet');
    git('add', '.');
    writeFileSync(join(checkout, 'src/committed.ts'), 'changed');
    writeFileSync(join(checkout, 'src/new.ts'), '');
    rmSync(join(checkout, 'src/deleted.ts'));

    const copy = await scratchCopy(checkout);

    try {
      expect(readdirSync(copy).sort()).toEqual(['.gitignore', 'src']);
      expect(readdirSync(join(copy, 'src')).sort()).toEqual(['committed.ts', 'new.ts']);
      expect(readFileSync(join(copy, 'src/committed.ts'), 'utf8')).toBe('changed');
    } finally {
      rmSync(copy, { recursive: true });
    }
  });

  it('fails when the folder is no Git checkout, and leaves nothing behind', async () => {
    const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith('gatehouse-engine-'));
    const folder = folderWith({ 'a.ts': '' });
    const before = copies();

    await expect(scratchCopy(folder)).rejects.toThrow(UserError);
    await expect(scratchCopy(folder)).rejects.toThrow(`${folder}: expected a Git checkout`);
    expect(existsSync(folder)).toBe(true);
    expect(copies().filter((name) => !before.includes(name))).toEqual([]);
  });
});
