import { type Ask, type Question } from './question';

/**
 * A request that hands a role to a service asks for `iam:PassRole` on it as well.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function passedRoles({ operation, parameters, service }: Question): Ask[] {
  if (['iam', 'sts', 's3'].includes(service) || operation === null) return [];
  const roles = new Set(rolesIn(parameters, false));
  const context = { 'iam:PassedToService': `${service}.amazonaws.com`, 'iam:AssociatedResourceArn': undefined };
  return [...roles].map((resource) => ({ action: 'iam:PassRole', resource, context }));
}

/** ARNs of roles under a parameter that is named for a role: `Role`, `roleArn`, `Roles.authenticated`. */
function rolesIn(value: unknown, named: boolean): string[] {
  if (typeof value === 'string') return named && /^arn:[^:]+:iam::\d+:role\//.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => rolesIn(each, named || /role/i.test(name)));
}
