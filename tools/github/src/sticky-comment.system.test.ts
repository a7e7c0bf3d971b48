import { refuse } from '../testing/github-answers';
import { GitHubServer } from '../testing/github-server';
import { gitHub } from './client';
import { postComment, type Posted, REVIEW_MARKER } from './sticky-comment';

describe('the comment of a pull request', () => {
  let server: GitHubServer;
  let waits: string[];
  beforeEach(async () => {
    server = await new GitHubServer().start();
    waits = [];
  });
  afterEach(() => server.stop());

  function post(text: string, more: { onlyUpdate?: boolean; token?: string; under?: string } = {}): Promise<Posted> {
    const { token = server.token, onlyUpdate, under = '/' } = more;
    const log = (line: string): number => waits.push(line);
    // A second of waiting takes 20 ms.
    const github = gitHub({ token, apiUrl: `${server.url}${under}`, log, second: 20 });
    const place = {
      owner: 'acme',
      repo: 'shop',
      pullRequest: 7,
      link: 'https://github.com/acme/shop/actions/runs/1',
    };
    return postComment(github, { ...place, text, onlyUpdate });
  }

  const own = (body: string) => ({ id: server.comments.length + 1, user: { login: server.login }, body });
  const writes = (): string[] => server.seen.filter((line) => /^(POST|PATCH) .repos/.test(line));

  it('is created, updated in place, and left alone when nothing differs', async () => {
    expect(await post('# One')).toBe('created');
    expect(await post('# Two')).toBe('updated');
    expect(await post('# Two')).toBe('unchanged');

    expect(server.comments).toEqual([{ ...own(''), id: 1, body: `${REVIEW_MARKER}\n# Two` }]);
    expect(writes()).toEqual(['POST /repos/acme/shop/issues/7/comments', 'PATCH /repos/acme/shop/issues/comments/1']);
  });

  it("is found on the third page, behind others' comments", async () => {
    for (let n = 0; n < 230; n++) server.comments.push({ ...own('me too'), user: { login: 'reader' } });
    server.comments.push(own(`${REVIEW_MARKER}\r\n# Old\r\n`));

    expect(await post('# Old')).toBe('unchanged');
    expect(await post('# New')).toBe('updated');
    expect(server.comments).toHaveLength(231);
    expect(server.comments[230]!.body).toContain('# New');
  });

  it('is not one that another user marked, nor one of ours that quotes the marker', async () => {
    server.comments.push({ ...own(`${REVIEW_MARKER}\nlooks good`), user: { login: 'mallory' } });
    server.comments.push(own(`Please keep ${REVIEW_MARKER} in the template.`));

    expect(await post('# Review')).toBe('created');
    expect(server.comments.map(({ body }) => body.includes('# Review'))).toEqual([false, false, true]);
  });

  it('is written on GitHub Enterprise Server, whose API is elsewhere', async () => {
    server.comments.push(own(`${REVIEW_MARKER}\n# Old`));

    expect(await post('# New', { under: '/api/v3' })).toBe('updated');
    expect([...server.paths].sort()).toEqual([
      '/api/graphql',
      '/api/v3/repos/acme/shop/issues/7/comments',
      '/api/v3/repos/acme/shop/issues/comments/1',
    ]);
  });

  it('is not written when there is none to bring up to date', async () => {
    expect(await post('Nothing changes.', { onlyUpdate: true })).toBe('nothing to update');
    expect(server.comments).toEqual([]);
  });

  it('is written once when GitHub made it and answered 502', async () => {
    server.incidents.push({ request: /^POST .*comments/, answer: { status: 502, body: 'bad' }, done: true });

    expect(await post('# Review')).toBe('created');
    expect(server.comments).toHaveLength(1);
    expect(writes()).toHaveLength(1);
  });

  it('is tried again when GitHub did not make it and answered 502', async () => {
    server.incidents.push({ request: /^POST .*comments/, answer: refuse(502, 'Server Error') });

    expect(await post('# Review')).toBe('created');
    expect(server.comments).toHaveLength(1);
  });

  it('is shorter, with where to find all of it, when GitHub finds it too long', async () => {
    server.longest = 400;

    expect(await post(`## 2 findings\n\n${'long '.repeat(200)}`)).toBe('created');
    expect(server.comments[0]!.body).toBe(
      [
        `${REVIEW_MARKER}\n## 2 findings`,
        'It is longer than GitHub takes here. All of it is in [the summary of this run](https://github.com/acme/shop/actions/runs/1).',
      ].join('\n\n'),
    );
  });

  it('waits for the secondary rate limit as long as GitHub says', async () => {
    const answer = refuse(403, 'You have exceeded a secondary rate limit. Please wait a few minutes.');
    server.incidents.push({
      request: /GET .*comments/,
      answer: { ...answer, headers: { 'retry-after': '3' } },
    });

    expect(await post('# Review')).toBe('created');
    expect(waits).toEqual(['GitHub: secondary rate limit; trying again in 3 s']);
  });

  it('waits for the primary rate limit until it is reset', async () => {
    const reset = String(Math.ceil(Date.now() / 1000) + 20);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    server.incidents.push({
      request: /POST .*comments/,
      answer: { ...refuse(429, 'API rate limit exceeded'), headers },
    });

    expect(await post('# Review')).toBe('created');
    expect(waits).toEqual([expect.stringMatching(/^GitHub: rate limit used up; trying again in (1?\d|2[012]) s$/)]);
  });

  it('fails when the rate limit is not reset soon, and does not wait for it', async () => {
    const headers = {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3000),
    };
    server.incidents.push({
      request: /GET .*comments/,
      answer: { ...refuse(403, 'API rate limit exceeded'), headers },
    });

    await expect(post('# Review')).rejects.toThrow('The rate limit of this token is used up; run the job again later.');
    expect(waits).toEqual([expect.stringMatching(/not waiting (2[89]|30)\d\d s$/)]);
  });

  it('fails when the secondary rate limit does not end, after four tries', async () => {
    const answer = {
      ...refuse(429, 'You have exceeded a secondary rate limit'),
      headers: { 'retry-after': '1' },
    };
    for (let n = 0; n < 9; n++) server.incidents.push({ request: /GET .*comments/, answer });

    await expect(post('# Review')).rejects.toThrow('The rate limit of this token is used up');
    expect(server.seen.filter((line) => line.startsWith('GET'))).toHaveLength(4);
  });

  it('fails when GitHub stays down, after four tries', async () => {
    for (let n = 0; n < 9; n++)
      server.incidents.push({ request: /GET .*comments/, answer: refuse(503, 'Unavailable') });

    await expect(post('# Review')).rejects.toThrow('https://www.githubstatus.com');
    expect(server.seen.filter((line) => line.startsWith('GET'))).toHaveLength(4);
  });

  it('fails when the token may only read, as on a pull request from a fork, and says what to do', async () => {
    server.readOnly = true;

    const error = (await post('# Review').catch((caught: unknown) => caught)) as Error;
    expect(error.message).toBe(
      [
        'GitHub did not let us comment on pull request 7: 403 Resource not accessible by integration - https://docs.github.com/rest' +
          ` (POST ${server.url}/repos/acme/shop/issues/7/comments).`,
        'The token may only read. For a pull request from a fork that is how it must be: push its branch to this',
        'repository to have it planned and commented. Else give the job `permissions: pull-requests: write`',
        '(for an issue: `issues: write`).',
      ].join('\n'),
    );
    expect(writes()).toHaveLength(1);
  });

  it('fails when GitHub refuses it for another reason than its length, and is not shortened', async () => {
    const errors = [{ resource: 'IssueComment', code: 'missing_field', field: 'body' }];
    server.incidents.push({
      request: /POST .*comments/,
      answer: refuse(422, 'Validation Failed', { errors }),
    });

    await expect(post('# Review')).rejects.toThrow(/422 Validation Failed: .*missing_field[^]*Nothing was changed\./);
    expect(writes()).toHaveLength(1);
  });

  it('fails when the token is wrong, without printing it', async () => {
    const error = (await post('# Review', { token: 'ghs_wrong' }).catch((caught: unknown) => caught)) as Error;

    expect(error.message).toContain('401 Bad credentials');
    expect(JSON.stringify(error) + error.stack).not.toContain('ghs_wrong');
  });
});
