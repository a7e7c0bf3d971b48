import { UserError } from '@gatehouse/cli-kit';
import { explain } from './errors';

const failure = (status: number, message: string, answered = true): Error =>
  Object.assign(new Error(message), {
    status,
    request: { method: 'GET', url: 'https://api.github.com/repos/acme/shop/issues?per_page=100' },
    ...(answered && { response: { headers: {} } }),
  });

describe('what GitHub refused', () => {
  it.each([
    ['It does not exist, or the token may not see it.', failure(404, 'Not Found')],
    ['Issues are switched off for the repository', failure(410, 'Issues are disabled for this repo')],
    ['GitHub has a problem of its own', failure(502, 'Server Error')],
    ['GitHub could not be reached. Check GITHUB_API_URL', failure(500, 'connect ECONNREFUSED', false)],
    ['Nothing was changed.', failure(403, 'Unable to create comment because issue is locked.')],
  ])('says what to do: %s', (remediation, error) => {
    const explained = explain(error, 'list issues') as Error;

    expect(explained).toBeInstanceOf(UserError);
    expect(explained.message).toContain('(GET https://api.github.com/repos/acme/shop/issues).\n');
    expect(explained.message).toContain(remediation);
  });

  it('is not what a mistake of ours is', () => {
    const mistake = new TypeError('x is not a function');

    expect(explain(mistake, 'list issues')).toBe(mistake);
  });
});
