import { routeMatcher } from './match-route';

const find = (routes: string[], request: string, precedence: 'REST' | 'HTTP' = 'REST') => {
  const toRoute = (key: string) => {
    const [method, path] = key.split(' ') as [string, string];
    return { key, method, path };
  };
  const { method, path } = toRoute(request);
  const match = routeMatcher(routes.map(toRoute), precedence)(method, path);
  return match && { key: match.route.key, parameters: match.pathParameters };
};

describe('rule 16: only a known path with a known verb matches', () => {
  it('fails when the path is unknown, longer or shorter', () => {
    for (const path of ['/other', '/reports/1', '/', '/report']) {
      expect(find(['GET /reports'], `GET ${path}`)).toBeUndefined();
    }
  });

  it('fails when no method of the path has the verb', () => {
    expect(find(['GET /reports'], 'POST /reports')).toBeUndefined();
  });

  it('fails when a path differs in case', () => {
    expect(find(['GET /reports'], 'GET /Reports')).toBeUndefined();
  });
});

describe('rule 18: priority', () => {
  const routes = ['GET /a', 'GET /{x}', 'GET /{proxy+}', 'ANY /a/b', 'GET /a/{id}'];

  it('prefers a static segment to a parameter to a greedy one', () => {
    expect(find(routes, 'GET /a')).toEqual({ key: 'GET /a', parameters: {} });
    expect(find(routes, 'GET /c')).toEqual({ key: 'GET /{x}', parameters: { x: 'c' } });
    expect(find(routes, 'GET /c/d')).toEqual({ key: 'GET /{proxy+}', parameters: { proxy: 'c/d' } });
  });

  it('prefers ANY of a more specific resource to the exact verb of a less specific one', () => {
    expect(find(routes, 'GET /a/b')?.key).toBe('ANY /a/b');
  });

  it('prefers the exact verb to ANY on one resource', () => {
    expect(find(['ANY /a', 'GET /a'], 'GET /a')?.key).toBe('GET /a');
    expect(find(['ANY /a', 'GET /a'], 'PUT /a')?.key).toBe('ANY /a');
  });

  it('falls back across resources by verb, as recorded on AWS', () => {
    const recorded = ['POST /test', 'OPTIONS /{proxy+}'];
    expect(find(recorded, 'OPTIONS /test')).toEqual({
      key: 'OPTIONS /{proxy+}',
      parameters: { proxy: 'test' },
    });
  });

  it('goes back to a parameter when the static branch ends', () => {
    expect(find(['GET /a/b', 'GET /{x}/c'], 'GET /a/c')).toEqual({
      key: 'GET /{x}/c',
      parameters: { x: 'a' },
    });
  });

  it('goes back to a greedy parameter with its own values only', () => {
    const routes = ['GET /{a}/{b}/end', 'GET /{proxy+}'];
    expect(find(routes, 'GET /1/2/3')).toEqual({ key: 'GET /{proxy+}', parameters: { proxy: '1/2/3' } });
  });

  it('names the parameters of two methods on one resource each in its own way', () => {
    const routes = ['GET /{id}', 'PUT /{key}'];
    expect(find(routes, 'PUT /7')?.parameters).toEqual({ key: '7' });
    expect(find(routes, 'GET /7')?.parameters).toEqual({ id: '7' });
  });
});

describe('rule 19: verbs', () => {
  it('takes every verb for ANY', () => {
    for (const verb of ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']) {
      expect(find(['ANY /a'], `${verb} /a`)?.key).toBe('ANY /a');
    }
  });

  it('fails when only GET is there and HEAD is asked', () => {
    expect(find(['GET /a'], 'HEAD /a')).toBeUndefined();
  });
});

describe('rules 20 and 21: slashes and encoding', () => {
  it('ignores a trailing slash, also in a greedy parameter', () => {
    expect(find(['GET /a'], 'GET /a/')?.key).toBe('GET /a');
    expect(find(['GET /{proxy+}'], 'GET /a/b/')?.parameters).toEqual({ proxy: 'a/b' });
  });

  it('keeps slashes inside', () => {
    expect(find(['GET /{proxy+}'], 'GET /a//b')?.parameters).toEqual({ proxy: 'a//b' });
  });

  it('fails when a parameter would be empty', () => {
    expect(find(['GET /a/{x}/b'], 'GET /a//b')).toBeUndefined();
  });

  it('serves the root', () => {
    expect(find(['GET /'], 'GET /')).toEqual({ key: 'GET /', parameters: {} });
  });

  it('fails when a greedy parameter would be empty', () => {
    expect(find(['GET /files/{proxy+}'], 'GET /files/')).toBeUndefined();
  });

  it('does not decode parameters', () => {
    expect(find(['GET /{id}'], 'GET /test%2Balias@gmail.com')?.parameters).toEqual({
      id: 'test%2Balias@gmail.com',
    });
  });
});
