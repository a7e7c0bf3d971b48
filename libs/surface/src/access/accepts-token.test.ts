import type { TokenGuard } from '../model';
import { acceptsToken, type CallerToken } from './accepts-token';

const guard = (kind: TokenGuard['kind'], ...scopes: string[]): TokenGuard => ({ kind, authorizerId: 'a', scopes });
const id: CallerToken = { use: 'id', scopes: [] };
const access = (...scopes: string[]): CallerToken => ({ use: 'access', scopes });

describe('a route takes a token', () => {
  it.each([
    ['REST, no scopes', guard('cognito'), id, true],
    ['REST, no scopes', guard('cognito'), access('reports/read'), false],
    ['REST, a scope', guard('cognito', 'reports/read'), id, false],
    ['REST, a scope', guard('cognito', 'reports/read'), access('reports/write'), false],
    ['REST, one of two scopes', guard('cognito', 'reports/read', 'reports/all'), access('reports/all'), true],
    ['HTTP, no scopes', guard('jwt'), id, true],
    ['HTTP, no scopes', guard('jwt'), access(), true],
    ['HTTP, a scope', guard('jwt', 'reports/read'), id, false],
    ['HTTP, a scope', guard('jwt', 'reports/read'), access('reports/read'), true],
  ])('%s: %j %j %j', (_route, asked, token, taken) => {
    expect(acceptsToken(asked, token)).toBe(taken);
  });
});
