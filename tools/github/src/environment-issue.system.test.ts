import { GitHubServer, type IssueThing } from '../testing/github-server';
import { gitHub } from './client';
import { closeIssue, type Reported, reportIssue } from './environment-issue';

describe('the issue of an environment', () => {
  let server: GitHubServer;
  beforeEach(async () => {
    server = await new GitHubServer().start();
  });
  afterEach(() => server.stop());

  const github = () => gitHub({ token: server.token, apiUrl: server.url, second: 20 });
  const about = (environment: string) => ({ owner: 'acme', repo: 'shop', environment, label: 'drift' });
  const report = (environment: string, text: string): Promise<Reported> =>
    reportIssue(github(), { ...about(environment), title: `Drift in ${environment}`, text });

  const open = (): IssueThing[] => server.issues.filter(({ state }) => state === 'open');

  it('is opened, brought up to date, left alone, and closed with a comment', async () => {
    expect(await report('prod', 'one')).toBe('opened');
    expect(await report('prod', 'one')).toBe('unchanged');
    expect(await report('prod', 'two')).toBe('updated');
    expect(open()).toMatchObject([
      { title: 'Drift in prod', body: '<!-- gatehouse-drift prod -->\ntwo', labels: ['drift'], comments: [] },
    ]);

    expect(await closeIssue(github(), { ...about('prod'), text: 'No drift any more.' })).toBe('closed');
    expect(server.issues).toMatchObject([{ state: 'closed', comments: ['No drift any more.'] }]);
    expect(await closeIssue(github(), { ...about('prod'), text: 'No drift any more.' })).toBe('nothing to close');
  });

  it("is not another environment's, nor a person's, nor a pull request", async () => {
    const marker = '<!-- gatehouse-drift prod -->';
    const foreign = { title: '', state: 'open', labels: ['drift'], comments: [] };
    const user = { login: server.login };
    server.issues.push(
      { ...foreign, id: 100, number: 100, body: '<!-- gatehouse-drift production -->\nno', user },
      { ...foreign, id: 101, number: 101, body: `${marker}\nno`, user: { login: 'mallory' } },
      { ...foreign, id: 102, number: 102, body: `${marker}\nno`, user, pull_request: {} },
    );

    expect(await report('prod', 'yes')).toBe('opened');
    expect(server.issues.map(({ body }) => body.includes('yes'))).toEqual([false, false, false, true]);
  });

  it('fails when the token may only read, and says which permission is missing', async () => {
    server.readOnly = true;

    await expect(report('prod', 'one')).rejects.toThrow(/drift issue of prod: 403 [^]*`issues: write`/);
  });
});
