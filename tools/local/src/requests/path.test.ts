import { anApi, aRoute } from '../gateway/testing/surface';
import { nowhere, targetOf } from './path';

const target = (key: string, ...others: string[]) => {
  const route = aRoute(key);
  return targetOf(anApi({ routes: [...others.map((each) => aRoute(each)), route] }), route);
};

describe('the way to a route', () => {
  it('fills in path parameters', () => {
    expect(target('GET /reports/{id}')).toEqual({ method: 'GET', path: '/reports/1' });
    expect(target('PUT /a/{proxy+}')).toEqual({ method: 'PUT', path: '/a/1' });
  });

  it('goes round routes that come first', () => {
    expect(target('GET /reports/{id}', 'GET /reports/1')).toEqual({ method: 'GET', path: '/reports/a' });
    expect(target('ANY /a', 'GET /a')).toEqual({ method: 'POST', path: '/a' });
  });

  it('is not known where other routes take everything', () => {
    expect(target('ANY /a', ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'].map((verb) => `${verb} /a`))).toBe(
      undefined,
    );
  });
});

describe('a path that is not there', () => {
  it('is one that no route answers', () => {
    expect(nowhere(anApi({ routes: [aRoute('GET /a')] }))).toEqual({ method: 'GET', path: '/nowhere' });
    expect(nowhere(anApi({ routes: [aRoute('GET /{one}')] }))).toEqual({ method: 'GET', path: '/nowhere/at/all' });
    expect(nowhere(anApi({ routes: [aRoute('ANY /{proxy+}')] }))).toBeUndefined();
  });
});
