import { type Condition, type Grant } from './catalogue/type-rights';
import { denyOtherEnvironments } from './other-environments';
import { mergeStatements, sorted } from './merge-statements';
import { filled, type Place } from './place';
import { type EnvironmentRights, type RoleStatement, type TypeGrants } from './rights';
import { tag } from './tag';

export type RoleName = 'plan' | 'deploy';

/** One statement of an IAM policy. */
export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: RoleStatement['condition'];
}

/**
 * What the role that plans, or the one that deploys, may do with an environment's resources: the statements of each of its
 * policies, by group. A group without statements has no policy.
 */
export function permissionsOf(
  role: RoleName,
  rights: EnvironmentRights,
  types: TypeGrants,
  place: Place,
): Record<string, PolicyStatement[]> {
  const groups = new Map<string, RoleStatement[]>();
  for (const type of rights.types) {
    const { group, grants } = types[type] ?? { group: '', grants: [] };
    const statements = grants.flatMap((grant) => statementOf(grant, { role, type, rights, place }));
    if (statements.length > 0) groups.set(group, [...(groups.get(group) ?? []), ...statements]);
  }
  return Object.fromEntries(
    sorted([...groups.keys()]).map((group) => {
      const allowed = mergeStatements(groups.get(group) ?? []).map(allow);
      const denied = role === 'deploy' ? denyOtherEnvironments(writesOf(group, rights, types), place) : [];
      return [group, [...allowed, ...denied]];
    }),
  );
}

/** The permissions boundary of the roles that deploys of an environment make. */
export const boundaryOf = ({ boundary }: EnvironmentRights, place: Place): PolicyStatement[] =>
  mergeStatements(
    boundary.map(({ resources, ...rest }) => ({ ...rest, resources: resources.map((each) => filled(each, place)) })),
  ).map(allow);

interface Context {
  readonly role: RoleName;
  readonly type: string;
  readonly rights: EnvironmentRights;
  readonly place: Place;
}

function statementOf(grant: Grant, context: Context): RoleStatement[] {
  const actions = [...(grant.read ?? []), ...(context.role === 'deploy' ? writes(grant) : [])];
  const resources = grant.on.flatMap((on) => resourcesOf(on, context));
  const condition = grant.when && conditionOf(grant.when, context);
  // Reading takes no condition: what is read has no tag that is being asked for.
  if (grant.when !== undefined && !isVia(grant.when) && (grant.read ?? []).length > 0) {
    const { when, ...free } = grant;
    const read = statementOf({ on: free.on, read: free.read }, context);
    return [...read, ...statementOf({ ...free, read: [], when }, context)];
  }
  return actions.length === 0 || resources.length === 0
    ? []
    : [{ actions, resources, ...(condition && { condition }) }];
}

const writes = (grant: Grant): string[] => [...(grant.create ?? []), ...(grant.change ?? []), ...(grant.delete ?? [])];

/** An ARN for every region and value that it stands for. */
function resourcesOf(on: string, { place, rights, type }: Context): string[] {
  const regions = on.includes('{region}') ? [place.region, ...(rights.regions ?? [])] : [place.region];
  const [, attribute] = /\{=(\w+)\}/.exec(on) ?? [];
  const values = attribute === undefined ? [''] : (rights.values[`${type}.${attribute}`] ?? []);
  return regions.flatMap((region) =>
    values.map((value) => filled(on.replace(`{=${attribute}}`, value), place, region)),
  );
}

function conditionOf(when: Condition, context: Context): RoleStatement['condition'] {
  if (!isVia(when)) return conditions[when](context);
  const { place, rights } = context;
  const regions = [place.region, ...(rights.regions ?? [])];
  return { StringEquals: { 'kms:ViaService': regions.map((region) => `${when.slice(4)}.${region}.amazonaws.com`) } };
}

const isVia = (when: Condition): when is `via ${string}` => when.startsWith('via ');

/** What EC2 makes with tags; nothing else may be given the tag, because the tag says whose it is. */
const tagging = ['AuthorizeSecurityGroupEgress', 'AuthorizeSecurityGroupIngress', 'CreateSecurityGroup'];

const conditions: Record<Exclude<Condition, `via ${string}`>, (context: Context) => RoleStatement['condition']> = {
  tagged: ({ place }) => ({ StringEquals: { [`aws:RequestTag/${tag}`]: place.environment } }),
  owned: ({ place }) => ({ StringEquals: { [`aws:ResourceTag/${tag}`]: place.environment } }),
  made: () => ({ StringEquals: { 'ec2:CreateAction': tagging } }),
  bounded: ({ place }) => ({ StringEquals: { 'iam:PermissionsBoundary': place.boundaryArn } }),
  passed: ({ rights }) => ({ StringEquals: { 'iam:PassedToService': rights.passedTo } }),
  linked: () => ({ StringLike: { 'iam:AWSServiceName': '*.amazonaws.com' } }),
};

const writesOf = (group: string, rights: EnvironmentRights, types: TypeGrants): string[] =>
  rights.types
    .map((type) => types[type])
    .filter((entry) => entry?.group === group)
    .flatMap((entry) => entry?.grants ?? [])
    .flatMap(writes);

const allow = ({ actions, resources, condition }: RoleStatement): PolicyStatement => ({
  Effect: 'Allow',
  Action: actions,
  Resource: resources,
  ...(condition && { Condition: condition }),
});
