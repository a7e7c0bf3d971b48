import { list, text } from './fields';

/** Who stands in for GitHub's required reviewers, where a plan of GitHub has none. */
export const approvers = list(
  text(
    /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/,
    'the name of a GitHub user, without @',
    'GitHub user who may accept for this environment.',
  ),
  'Who may accept a risky plan and a deploy by a comment, where GitHub has no required reviewers: docs/pull-requests.md.',
).optional();
