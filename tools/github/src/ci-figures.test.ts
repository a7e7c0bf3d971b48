import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresOf } from '../testing/ci-figures';
import { workspaceRoot } from '../testing/workflows';

describe('docs/ci-at-scale.md', () => {
  it('has the figures of the workflows as they are', async () => {
    const page = readFileSync(join(workspaceRoot, 'docs/ci-at-scale.md'), 'utf8');
    const rows = page.split('\n').filter((line) => /^\| (pull request|deploy) /.test(line));
    const made: string[] = [];
    for (const [name, file] of [['pull request', 'pull-request.yml'] as const, ['deploy', 'deploy.yml'] as const]) {
      for (const count of [3, 50, 500]) {
        const { jobs, minutes, worked, requests } = await figuresOf(file, count);
        made.push([name, count, jobs, minutes, worked, requests].join(' '));
      }
    }

    expect(
      rows.map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim())
          .join(' '),
      ),
    ).toEqual(made);
  });
});
