import { type PlaygroundData } from '@gatehouse/playground/contract';
import { aRoute } from '../gateway/testing/surface';
import { call } from './testing/call';
import { builtPage, PAGE, type Served, servePlayground } from './testing/serve';

let served: Served;

beforeAll(async () => {
  served = await servePlayground();
  await served.playground.built;
});

afterAll(() => served?.close());

describe('the address', () => {
  it('is a loopback address, with a key that is another one at each start', async () => {
    const other = await servePlayground();
    try {
      expect(served.playground.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{32}$/);
      expect(other.key).not.toBe(served.key);
      expect(other.playground.origin).not.toBe(served.playground.origin);
    } finally {
      await other.close();
    }
  });
});

describe('an API whose CORS does not list the address', () => {
  it('is named', async () => {
    const other = await servePlayground();
    try {
      expect(other.playground.closedTo).toEqual(['reports']);
    } finally {
      await other.close();
    }
  });
});

describe('the files', () => {
  it('are the page, which loads nothing of another origin and is not framed', async () => {
    const { body, headers, status } = await call(served.playground.origin, '/');

    expect([status, body]).toEqual([200, PAGE]);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'; .*frame-ancestors 'none'/);
    expect(policy).not.toMatch(/unsafe|\*(?!;|:| )|https:/);
  });

  it.each([
    '/../outside.js',
    '/%2e%2e/outside.js',
    '/..%2foutside.js',
    '/%2e%2e%2foutside.js',
    '/..%5coutside.js',
    '/app.js/../../outside.js',
    '//outside.js',
    '/%00',
    '/%',
    '/notes.txt',
    '/none.js',
  ])('are not %s', async (path) => {
    const answer = await call(served.playground.origin, path);

    expect([answer.status, answer.body.includes('secret')]).toEqual([404, false]);
  });

  it('are there to look at alone', async () => {
    expect((await call(served.playground.origin, '/app.js')).body).toBe('page();');
    expect(await call(served.playground.origin, '/app.js', { method: 'HEAD' })).toMatchObject({
      status: 200,
      body: '',
    });
    expect((await call(served.playground.origin, '/', { method: 'POST' })).status).toBe(405);
    expect((await call(served.playground.origin, '/', { headers: { Host: 'attacker.example' } })).status).toBe(421);
  });
});

describe('a reload', () => {
  it('reaches each page that listens, with what changed for callers', async () => {
    const { headers, playground, shown } = served;
    const events = await fetch(`${playground.origin}/api/events`, { headers });
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe('event: data\ndata: {"revision":1}\n\n');

    const [api] = shown.surface.apis;
    const apis = [{ ...api!, routes: [...api!.routes, aRoute('GET /status')] }];
    served.reload({ ...shown, surface: { ...shown.surface, apis } });

    expect((await reader.read()).value).toBe('event: data\ndata: {"revision":2}\n\n');
    await reader.cancel();
    const data = JSON.parse((await call(playground.origin, '/api/data', { headers })).body) as PlaygroundData;
    expect([data.revision, data.changes]).toEqual([2, ['new  GET /status  anyone']]);
    expect(data.apis[0]?.routes.map(({ key }) => key)).toContain('reports GET /status');
  });
});

describe('a page that is not built', () => {
  it('is said to be being built, until it is there', async () => {
    let finish: (folder: string) => void = () => undefined;
    const slow = await servePlayground(() => new Promise((resolve) => (finish = resolve)));
    const get = (path: string) => call(slow.playground.origin, path);
    try {
      const { body, headers } = await get('/');
      const [, script = ''] = /<script src="([^"]+)">/.exec(body) ?? [];
      expect(body).toContain('The playground is being built');
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect((await get(script)).body).toContain('location.reload()');
      expect((await get('/app.js')).status).toBe(404);

      finish(await builtPage());
      await slow.playground.built;
      expect((await get('/')).body).toBe(PAGE);
    } finally {
      await slow.close();
    }
  });

  it('says why it could not be built, here and in the terminal, and the data is served', async () => {
    const broken = await servePlayground(() => Promise.reject(new Error('src/main.tsx: expected <')));
    try {
      await broken.playground.built;
      expect((await call(broken.playground.origin, '/')).body).toContain('src/main.tsx: expected &lt;');
      expect(broken.problems).toEqual(['The playground could not be built: src/main.tsx: expected <']);
      expect((await call(broken.playground.origin, '/api/data', { headers: broken.headers })).status).toBe(200);
    } finally {
      await broken.close();
    }
  });
});
