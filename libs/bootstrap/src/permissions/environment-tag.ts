import { type Statement } from '@gatehouse/construct-kit';
import { type Environment } from '@gatehouse/environment';
import { stringEquals } from '../policy';

/** One of the default tags: the name of the environment that a resource belongs to. */
const tag = 'Environment';

/** Holds when what is being made carries the environment's own tag, as the provider's default tags see to. */
export function madeForEnvironment(environment: Environment): Statement['Condition'] {
  return stringEquals(`aws:RequestTag/${tag}`, environment.name);
}

/** What an environment may share with others, or have from another team: a zone, and a web ACL to use. */
const shared = /^(route53:|wafv2:(Associate|Disassociate)WebACL$)/;

/**
 * Keeps a deploy away from what carries another environment's tag. A denial, so that it never stands in the way where a
 * service does not tell tags: there the ARNs and the account are what separates environments.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
 */
export function denyOtherEnvironments(environment: Environment, writes: readonly Statement[]): Statement {
  const actions = writes.flatMap(({ Action }) => Action);
  const sharing = new Set(actions.filter((action) => shared.test(action)).map(serviceOf));
  // As a whole, where nothing is shared: the policy of a role may not be long.
  const denied = actions
    .filter((action) => !shared.test(action))
    .map((action) => (sharing.has(serviceOf(action)) ? action : `${serviceOf(action)}:*`));
  return {
    Sid: 'DenyOtherEnvironments',
    Effect: 'Deny',
    Action: [...new Set(denied)].sort(),
    Resource: '*',
    Condition: {
      Null: { [`aws:ResourceTag/${tag}`]: 'false' },
      StringNotEquals: { [`aws:ResourceTag/${tag}`]: environment.name },
    },
  };
}

const serviceOf = (action: string): string => action.slice(0, action.indexOf(':'));
