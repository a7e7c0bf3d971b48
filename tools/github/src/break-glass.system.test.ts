import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitHubServer } from '../testing/github-server';
import { workspaceRoot } from '../testing/workflows';
import { breakGlass, type BreakGlass } from './break-glass';
import { gitHub } from './client';

describe('a deploy by one person alone', () => {
  let server: GitHubServer;
  const directory = mkdtempSync(join(tmpdir(), 'gatehouse-break-glass-'));
  beforeEach(async () => {
    server = await new GitHubServer().start();
    cpSync(join(workspaceRoot, 'environments'), directory, { recursive: true });
    writeFileSync(join(directory, 'qa.json'), JSON.stringify({ extends: './dev.json', approvers: ['grace', 'linus'] }));
  });
  afterEach(() => server.stop());
  afterAll(() => rmSync(directory, { recursive: true }));

  const breakIt = (more: Partial<BreakGlass> = {}): Promise<number> => {
    const github = gitHub({ token: server.token, apiUrl: server.url, second: 1 });
    const glass = { environment: 'qa', commit: 'c0ffee', reason: 'Sign-in fails for everyone.', actor: 'Grace' };
    const link = 'https://run';
    return breakGlass(github, { owner: 'acme', repo: 'shop' }, { ...glass, link, ...more }, { directory });
  };
  const close = (login: string): void =>
    void Object.assign(server.issues.at(-1)!, { state: 'closed', closed_by: { login } });

  it('is written down in an issue: who, what and why', async () => {
    expect(await breakIt()).toBe(100);
    expect(server.issues).toMatchObject([
      {
        ...{ title: 'Break-glass deploy of qa', labels: ['break-glass'], state: 'open' },
        body: [
          '<!-- gatehouse-break-glass qa -->\n<!-- by Grace -->',
          '@Grace deploys `qa` from c0ffee without a second person, in [this run](https://run).',
          'Why: Sign-in fails for everyone.',
          'Review what it did, bring `main` to the same in a pull request, and close this issue. It counts when another person closes it.',
        ].join('\n\n'),
      },
    ]);
  });

  it.each([
    ['someone who is not an approver', { actor: 'mallory' }, 'mallory may not deploy qa alone: expected one of'],
    ['an environment without approvers', { environment: 'dev' }, 'environments/dev.json, which are none.'],
    [
      'a reason that says nothing',
      { reason: '  urgent ' },
      'expected a sentence of 15 letters or more, found "  urgent "',
    ],
  ])('is refused to %s, and nothing is written', async (_case, more, message) => {
    await expect(breakIt(more)).rejects.toThrow(message);
    expect(server.issues).toEqual([]);
  });

  it('is refused while another person has not reviewed the one before', async () => {
    await breakIt();

    await expect(breakIt({ actor: 'linus' })).rejects.toThrow('in issue 100 is not reviewed yet');
    close('grace');
    await expect(breakIt({ actor: 'linus' })).rejects.toThrow('in issue 100 was closed by grace, and Grace deployed');
    close('linus');
    expect(await breakIt()).toBe(101);
  });

  it('is written down once, also when GitHub answers with a failure of its own', async () => {
    const request = /^POST \/repos\/acme\/shop\/issues$/;
    server.incidents.push({ request, answer: { status: 502, body: { message: 'Server Error' } }, done: true });

    expect(await breakIt()).toBe(100);
    expect(server.issues).toHaveLength(1);
  });
});
