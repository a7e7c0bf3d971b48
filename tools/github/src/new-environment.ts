import { ciRoleArn, type LoadOptions, loadEnvironment } from '@gatehouse/environment';

/**
 * What a pull request says of an environment that it brings, in place of a review: its account has no role to plan with yet.
 *
 * @param check what the rules find in its synthesized Terraform
 * @returns Markdown
 * @throws EnvironmentError for a name or a file that is wrong
 */
export function newEnvironment(name: string, check: string, options?: LoadOptions): string {
  const environment = loadEnvironment(name, options);
  const fence = '~'.repeat(Math.max(3, ...[...check.matchAll(/~+/g)].map(([run]) => run.length + 1)));
  return [
    `**${name} is new and was not planned**: \`${ciRoleArn(environment, 'plan')}\` cannot be taken yet.\n`,
    'An administrator of the account reads this pull request, and then, from a checkout of it:\n',
    ['```sh', `npx nx rights bootstrap # commit apps/bootstrap/rights.json when it changes`].join('\n'),
    `npx nx bootstrap bootstrap --environment=${name}`,
    '```\n',
    `At GitHub, in _Settings > Environments_, ${approvalOf(name, environment.tier)}`,
    '"Re-run all jobs", or a new push, then plans it. Until then only a person can accept it, and what a deploy does is accepted again.\n',
    'What the rules find in its code, without credentials:\n',
    `${fence}text\n${check.trim() || 'nothing'}\n${fence}\n`,
  ].join('\n');
}

const approvalOf = (name: string, tier: string): string =>
  `make \`${name}\`, for the branch \`main\` only${tier === 'production' ? ', with required reviewers' : ''}.`;
