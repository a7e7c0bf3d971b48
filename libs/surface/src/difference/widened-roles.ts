import { isAnyResource } from '../iam/any-resource';
import type { Located, PolicyStatement, Role, Unknown } from '../model';
import { isUnknown } from '../model/value';
import type { Comparison } from './comparison';
import { addedTo, knownItems } from '../model/lists';
import { shownResource } from '../printable/resource';
import { both } from './pairs';
import { newlyAllowed, noLongerDenied, statementsOf } from './policies';
import { show } from './show';

/** What a role may do that it could not do before. */
export interface Widened {
  readonly role: Role<Unknown>;
  /** The policy that says so; the role itself where it is not known which. */
  readonly place: Located;
  /** `s3:* on *` */
  readonly what: string;
  /** Everything of a service, everything there is, or a right that leads to all others. */
  readonly broad: boolean;
}

/** Roles that are on both sides; what a new role may do is not a change of anyone's rights. */
export function widenedRoles({ roles }: Comparison): Widened[] {
  return both(roles).flatMap(({ before, after }) => {
    const was = before.policies.flatMap(({ statements }) => statementsOf(statements));
    const now = after.policies.flatMap(({ statements }) => statementsOf(statements));
    const allowed = after.policies.flatMap((policy) =>
      newlyAllowed(was, statementsOf(policy.statements)).map((statement) => ({
        role: after,
        place: policy,
        what: describe(statement),
        broad: isBroad(statement),
      })),
    );
    const undenied = noLongerDenied(was, now).map((statement) => ({
      role: after,
      place: after,
      what: `${describe(statement)}, which was denied`,
      broad: true,
    }));
    const attached = addedTo(before.managedPolicyArns, after.managedPolicyArns)
      .filter((arn) => arn.startsWith('arn:aws:iam::aws:policy/'))
      .map((arn) => ({
        role: after,
        place: after,
        what: arn,
        broad: /FullAccess$|Administrator|PowerUser/.test(arn),
      }));
    return [...allowed, ...undenied, ...attached];
  });
}

export const describe = ({ actions, notActions, resources, notResources }: PolicyStatement<Unknown>): string => {
  const not = (list: unknown) => (Array.isArray(list) && list.length > 0 ? `all but ${show(list)}` : undefined);
  const shown = (list: unknown) => (Array.isArray(list) ? list.map(shownItem) : list);
  return `${not(notActions) ?? show(actions)} on ${not(shown(notResources)) ?? show(shown(resources))}`;
};

const shownItem = (item: unknown): unknown => (typeof item === 'string' ? shownResource(item) : item);

export const isBroad = ({ actions, notActions, resources }: PolicyStatement<Unknown>): boolean =>
  knownItems(notActions).length > 0 ||
  knownItems(actions).some((action) => /^(\*|[a-z0-9-]+:\*)$/i.test(action) || ESCALATES.test(action)) ||
  (knownItems(resources).some(isAnyResource) && !isUnknown(actions) && !knownItems(actions).every(needsAll));

/** With these, a role gets the rights of others. */
const ESCALATES =
  /^(iam:(PassRole|Put.*|Attach.*|Create(AccessKey|LoginProfile|PolicyVersion|Role)|Update(AssumeRolePolicy|LoginProfile)|\*.*)|sts:AssumeRole)$/i;

/** Actions that AWS offers on no single resource, and the logs that every function writes. */
const needsAll = (action: string): boolean =>
  /^(logs:(CreateLogGroup|CreateLogStream|DescribeLogGroups|PutLogEvents)|xray:Put.*|cloudwatch:PutMetricData|ec2:(Describe.*|.*NetworkInterface.*)|sts:GetCallerIdentity|.*:List[A-Za-z]*)$/i.test(
    action,
  );
