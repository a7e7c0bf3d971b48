import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { gitlabJobs } from '../testing/gitlab-ci';
import { processEnv } from './process-env';

const marker = '<!-- gatehouse-plan-review -->';
const path = '/api/v4/projects/7/merge_requests/3/notes';

describe('the comment on a merge request', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-gitlab-'));
  const notes: { id: number; author: { id: number }; body: string }[] = [];
  const seen: string[] = [];
  let server: Server;

  /** GitLab's answers to what the job asks, for a token of the user 42. */
  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (part: Buffer) => (text += part.toString()));
      request.on('end', () => {
        const [place, query = ''] = request.url!.split('?');
        seen.push(`${request.method} ${place}${query && `?${query}`}`);
        const body = new URLSearchParams(text).get('body')!;
        const note = notes.find(({ id }) => place === `${path}/${id}`);
        if (request.headers['private-token'] !== 'glpat-of-the-test') response.writeHead(401).end('{}');
        else if (place === '/api/v4/user') response.end('{"id":42}');
        else if (request.method === 'POST') response.writeHead(201).end(JSON.stringify(add(42, body)));
        else if (note) response.end(JSON.stringify(Object.assign(note, { body })));
        else response.end(JSON.stringify(notes));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await new Promise((done) => server.close(done));
  });

  function add(author: number, body: string) {
    const note = { id: notes.length + 100, author: { id: author }, body };
    notes.push(note);
    return note;
  }

  function comment(review: string, token: string | undefined) {
    writeFileSync(join(folder, 'review.md'), review);
    const script = gitlabJobs().comment!.script[1]!;
    return execa('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd: folder,
      reject: false,
      extendEnv: false,
      env: {
        PATH: processEnv().PATH,
        CI_API_V4_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v4`,
        CI_PROJECT_ID: '7',
        CI_MERGE_REQUEST_IID: '3',
        ...(token === undefined ? {} : { REVIEW_TOKEN: token }),
      },
    });
  }

  it('is one, brought up to date in place, next to a person’s copy', async () => {
    add(1, `${marker}\nall is well, says a person`);

    expect(await comment(`${marker}\nfirst & "second" +1 ä`, 'glpat-of-the-test')).toMatchObject({ exitCode: 0 });
    expect(await comment(`${marker}\nthird`, 'glpat-of-the-test')).toMatchObject({ exitCode: 0 });

    expect(seen).toEqual([
      'GET /api/v4/user',
      `GET ${path}?sort=asc&per_page=100`,
      `POST ${path}`,
      'GET /api/v4/user',
      `GET ${path}?sort=asc&per_page=100`,
      `PUT ${path}/101`,
    ]);
    expect(notes.map(({ body }) => body)).toEqual([`${marker}\nall is well, says a person`, `${marker}\nthird`]);
  });

  it('sends every character', async () => {
    const review = `${marker}\n| a & b | "c" +1 % 100 | ä |\n`;
    await comment(review, 'glpat-of-the-test');
    expect(notes[1]!.body).toBe(review);
  });

  it('is not missed silently', async () => {
    const before = seen.length;
    expect(await comment(marker, undefined)).toMatchObject({
      exitCode: 0,
      stdout: 'No REVIEW_TOKEN, so no comment: the review is the artifact review.md.',
    });
    expect(seen).toHaveLength(before);
    expect(await comment(marker, 'another')).toMatchObject({
      exitCode: 22,
      stderr: expect.stringContaining('401') as string,
    });
  });
});
