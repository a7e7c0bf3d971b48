import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitHubServer } from '../testing/github-server';
import { workspaceRoot } from '../testing/workflows';
import { gitHub } from './client';
import { type Question, requireAcceptance } from './require-acceptance';

const commit = 'c0ffee0000000000000000000000000000000000';

describe('an acceptance by a second person', () => {
  let server: GitHubServer;
  const directory = mkdtempSync(join(tmpdir(), 'gatehouse-acceptance-'));
  beforeAll(async () => {
    server = await new GitHubServer().start();
    cpSync(join(workspaceRoot, 'environments'), directory, { recursive: true });
    writeFileSync(join(directory, 'qa.json'), JSON.stringify({ extends: './dev.json', approvers: ['grace', 'linus'] }));
  });
  afterAll(async () => {
    rmSync(directory, { recursive: true });
    await server.stop();
  });

  const user = (login: string) => ({ user: { login } });
  const comment = (login: string, lastEditedAt: string | null = null) => ({
    ...{ author: { login, __typename: 'User' }, body: `/accept ${commit}`, lastEditedAt },
  });
  function discuss(...comments: object[]): void {
    server.discussion = {
      ...{ author: { login: 'ada' }, headRefOid: commit, comments: { nodes: comments } },
      commits: { totalCount: 1, nodes: [{ commit: { authors: { nodes: [user('heidi')] }, committer: null } }] },
    };
  }
  const ask = (more: Partial<Question> = {}): Promise<string[]> => {
    const github = gitHub({ token: server.token, apiUrl: server.url });
    const question = { commit, environments: ['qa'], pullRequest: 7, actor: 'linus', ...more };
    return requireAcceptance(github, { owner: 'acme', repo: 'shop' }, question, { directory });
  };

  it('counts from someone of the list who has no part in it', async () => {
    discuss(comment('linus'), comment('grace', '2026-01-01T00:00:00Z'), comment('grace'));

    expect(await ask()).toEqual(['qa: accepted by grace']);
    server.pulls.push({ number: 7, merged_at: '2026', merge_commit_sha: commit, head: { sha: 'beef' } });
    expect(await ask({ pullRequest: undefined })).toEqual(['qa: accepted by grace']);
  });

  it('is asked for where it is missing, with why others do not count', async () => {
    discuss(comment('linus'), comment('heidi'));

    await expect(ask()).rejects.toThrow(
      [
        `Nobody accepted ${commit} for qa.`,
        '  does not count, linus: wrote, committed or pushed a part of it',
        '  does not count, heidi: wrote, committed or pushed a part of it',
        'One of grace, linus, who has no part in the pull request, comments on it, and runs this job again:',
        `  /accept ${commit}`,
      ].join('\n'),
    );
  });

  it('is needed for every environment', async () => {
    discuss(comment('grace'));

    await expect(ask({ environments: ['qa', 'dev'] })).rejects.toThrow(
      'environments/dev.json lists no "approvers" on the base branch',
    );
  });

  it('does not count when the pull request has moved on, or has more commits than are looked at', async () => {
    discuss(comment('grace'));
    Object.assign(server.discussion as object, { headRefOid: 'beef' });
    await expect(ask()).rejects.toThrow(`Pull request 7 is at beef by now, and this run reviewed ${commit}.`);
    Object.assign(server.discussion as object, { headRefOid: commit, commits: { totalCount: 101, nodes: [] } });
    await expect(ask()).rejects.toThrow('has 101 commits');
  });

  it('is impossible for a commit without a pull request', async () => {
    await expect(ask({ pullRequest: undefined, commit: 'dead' })).rejects.toThrow('was not merged from a pull request');
  });
});
