import { git } from '../base/git';

/** The newest tag of a release that the commit which is checked out comes after, such as `v1.2.0`; nothing before the first one. */
export function lastRelease(workspaceRoot: string): string | undefined {
  const tags = git(workspaceRoot, 'tag', '--merged', 'HEAD', '--list', 'v[0-9]*', '--sort=-version:refname');
  return tags.split('\n').find((tag) => /^v\d+\.\d+\.\d+$/.test(tag));
}
