import { sorted } from './merge-statements';
import { type PolicyStatement } from './permissions';
import { type Place } from './place';
import { tag } from './tag';

/** What an environment may share with others, or have from another team: a zone, a web ACL, a VPC or a key to use. */
const shared =
  /^(route53:|wafv2:(Associate|Disassociate)WebACL$|cognito-idp:(Associate|Disassociate)WebACL$|ec2:CreateSecurityGroup$|kms:(Decrypt|Encrypt|GenerateDataKey)$)/;

/**
 * Keeps a deploy away from what carries another environment's tag. A denial, so that it never stands in the way where a
 * service does not tell tags: there the ARNs and the account are what separates environments.
 *
 * @param writes actions that the deploy may do
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
 */
export function denyOtherEnvironments(writes: readonly string[], place: Place): PolicyStatement[] {
  const sharing = new Set(writes.filter((action) => shared.test(action)).map(serviceOf));
  // As a whole, where nothing is shared: a policy may not be long.
  const denied = writes
    .filter((action) => !shared.test(action))
    .map((action) => (sharing.has(serviceOf(action)) ? action : `${serviceOf(action)}:*`));
  if (denied.length === 0) return [];
  return [
    {
      Sid: 'DenyOtherEnvironments',
      Effect: 'Deny',
      Action: sorted(denied),
      Resource: '*',
      Condition: {
        Null: { [`aws:ResourceTag/${tag}`]: 'false' },
        StringNotEquals: { [`aws:ResourceTag/${tag}`]: place.environment },
      },
    },
  ];
}

const serviceOf = (action: string): string => action.slice(0, action.indexOf(':'));
