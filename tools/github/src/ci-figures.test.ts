import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresOf } from '../testing/ci-figures';
import { workspaceRoot } from '../testing/workflows';

describe('docs/ci-at-scale.md', () => {
  it('has the figures of the workflows as they are', async () => {
    const page = readFileSync(join(workspaceRoot, 'docs/ci-at-scale.md'), 'utf8');
    const rows = rowsOf(page, /^\| (pull request|deploy) /);
    const made: string[] = [];
    for (const [name, file] of [['pull request', 'pull-request.yml'] as const, ['deploy', 'deploy.yml'] as const]) {
      for (const count of [3, 50, 500]) {
        const { jobs, minutes, worked, requests } = await figuresOf(file, count);
        made.push([name, count, jobs, minutes, worked, requests].join(' '));
      }
    }

    expect(rows).toEqual(made);
  });

  it('has the figures of several environments in a job', async () => {
    const page = readFileSync(join(workspaceRoot, 'docs/ci-at-scale.md'), 'utf8');
    const made: string[] = [];
    for (const count of [3, 50, 500]) {
      for (const aJob of [1, 3, 5]) {
        const { jobs, minutes, longest } = await figuresOf('pull-request.yml', count, aJob);
        made.push(`${count} ${aJob} ${jobs} ${minutes} ${longest} min`);
      }
    }

    expect(rowsOf(page, /^\| \d+ +\| \d +\|/)).toEqual(made);
  });
});

const rowsOf = (page: string, row: RegExp): string[] =>
  page
    .split('\n')
    .filter((line) => row.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
        .join(' '),
    );
