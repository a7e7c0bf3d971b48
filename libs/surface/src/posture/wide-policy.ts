import { widening, type AttachedPolicy, type Gain } from '@gatehouse/policy';
import { isAnyResource } from '../iam/any-resource';
import { rightsIn } from '../iam/words';
import { knownItems } from '../model/lists';
import type { Role, Unknown } from '../model';
import { asDocument } from '../resource-policies/statements-as-document';

/** What a role may do that is not narrowed to some actions on some resources, in a few words. */
export function wideRights({ managedPolicyArns, permissionsBoundary, policies }: Role<Unknown>): readonly string[] {
  const attached = [
    ...policies.map(({ statements }, index) => ({ name: `policy ${index}`, document: asDocument(statements) })),
    ...knownItems(managedPolicyArns)
      .filter((arn) => OF_AWS.test(arn))
      .map((managed) => ({ managed })),
  ];
  if (attached.length === 0) return [];
  const rights = wideIn(attached);
  // Of a boundary of the team's the role has no more than the name, which limits nothing for certain.
  if (rights.length === 0 || typeof permissionsBoundary !== 'string' || !OF_AWS.test(permissionsBoundary))
    return rights;
  const limit = wideIn([{ managed: permissionsBoundary }]);
  return limit.some((each) => each.startsWith('everything')) ? rights : limit;
}

function wideIn(policies: readonly AttachedPolicy[]): readonly string[] {
  const { gains } = widening({ kind: 'identity', name: 'the role', after: { policies } });
  return [...new Set(gains.filter(isWide).map(rightsIn))];
}

const OF_AWS = /^arn:[\w-]+:iam::aws:policy\//;

/** Services whose actions know no resources and reach nothing of other people. */
const HARMLESS = /^(cognito-identity|cognito-sync|mobileanalytics|mobiletargeting|rum|pinpoint):/;

/** `*` and `s3:*`; `s3:Get*` on one bucket is narrow enough. What is not known is never wide. */
function isWide({ actions, broad, resources }: Gain): boolean {
  const known = actions.filter((action) => !action.includes('(not known)') && !HARMLESS.test(action));
  if (known.length === 0) return false;
  if (broad.everything || broad.services.length > 0 || known.some((each) => each.startsWith('everything but')))
    return true;
  return resources.some((each) => isAnyResource(each) || each.startsWith('everything but'));
}
