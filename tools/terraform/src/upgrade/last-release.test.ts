import { git } from '../base/git';
import { temporaryFolder } from '../../testing/stack';
import { lastRelease } from './last-release';

describe('the last release', () => {
  it('is the newest version among the tags before this commit, and none where nothing was released', () => {
    const root = temporaryFolder();
    const run = (...args: string[]): string =>
      git(root, '-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args);
    const commit = (): string => run('commit', '-q', '--allow-empty', '-m', 'x');
    run('init', '-q', '-b', 'main');
    commit();

    expect(lastRelease(root)).toBeUndefined();
    for (const tag of ['v1.9.0', 'v1.10.0', 'v2.0.0-rc.1', 'vienna', '1.11.0']) run('tag', tag);
    commit();
    run('switch', '-q', '-c', 'other');
    commit();
    run('tag', 'v3.0.0');
    run('switch', '-q', 'main');
    expect(lastRelease(root)).toBe('v1.10.0');
  });
});
