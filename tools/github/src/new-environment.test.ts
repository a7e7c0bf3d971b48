import { ciRoleArn, loadEnvironment } from '@gatehouse/environment';
import { newEnvironment } from './new-environment';

describe('the comment on a pull request that brings an environment', () => {
  it('says which role is missing, what makes it, and what the rules find', () => {
    expect(newEnvironment('prod', 'prod: nothing is refused\n~~~\n').split('\n')).toEqual([
      `**prod is new and was not planned**: \`${ciRoleArn(loadEnvironment('prod'), 'plan')}\` cannot be taken yet.`,
      '',
      'An administrator of the account reads this pull request, and then, from a checkout of it:',
      '',
      '```sh',
      'npx nx rights bootstrap # commit apps/bootstrap/rights.json when it changes',
      'npx nx bootstrap bootstrap --environment=prod',
      '```',
      '',
      'At GitHub, in _Settings > Environments_, make `prod`, for the branch `main` only, with required reviewers.',
      '"Re-run all jobs", or a new push, then plans it. Until then only a person can accept it, and what a deploy does is accepted again.',
      '',
      'What the rules find in its code, without credentials:',
      '',
      '~~~~text',
      'prod: nothing is refused',
      '~~~',
      '~~~~',
      '',
    ]);
  });
});
