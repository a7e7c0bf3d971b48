import { isAnyResource } from '../iam/any-resource';
import { type PolicyStatement, type Role, type Unknown } from '../model';
import { isWhole, knownItems } from '../model/lists';
import { allowing } from '../iam/allowing';

/** Services whose actions know no resources and reach nothing of other people. */
const HARMLESS = /^(cognito-identity|cognito-sync|mobileanalytics|mobiletargeting|rum|pinpoint):/;
/** `*` and `s3:*`; `s3:Get*` on one bucket is narrow enough. */
const ANY_ACTION = /^(\*|[^:]+:\*)$/;
const WIDE_MANAGED = /\/(AdministratorAccess|PowerUserAccess|ReadOnlyAccess|IAMFullAccess|.*FullAccess)$/;

/** What a role may do that is not narrowed to some actions on some resources, in a few words. */
export const wideRights = (role: Role<Unknown>): readonly string[] => [
  ...role.policies.flatMap(({ statements }) => allowing(statements).flatMap(wideActions)),
  ...knownItems(role.managedPolicyArns)
    .filter((arn) => WIDE_MANAGED.test(arn))
    .map((arn) => arn.slice(arn.lastIndexOf('/') + 1)),
];

function wideActions({ actions, notActions, resources }: PolicyStatement<Unknown>): readonly string[] {
  const anywhere = knownItems(resources).some(isAnyResource);
  const everythingOf = knownItems(actions).filter(
    (action) => (anywhere || ANY_ACTION.test(action)) && !HARMLESS.test(action),
  );
  const allBut = isWhole(notActions) && notActions.length > 0 ? [`all but ${notActions.join(', ')}`] : [];
  return [...everythingOf, ...allBut];
}
