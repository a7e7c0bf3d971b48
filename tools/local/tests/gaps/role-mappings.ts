import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made, once } from './gap';
import {
  addIdentityPool,
  addUser,
  callerOf,
  credentials,
  idToken,
  makeIdentityPool,
  roleArn,
  sessionArn,
} from './identity-pool';

const gap = identityGapsFrom(once(makeIdentityPool));
const page = source.cognitoGuide('role-based-access-control');

let serial = 0;

/** A user in groups that have these roles, the first with the lowest precedence. */
async function inGroups(aws: Aws, made: Made, ...roles: string[]): Promise<Made> {
  const person = await addUser(aws, made);
  for (const [Precedence, role] of roles.entries()) {
    const group = { UserPoolId: made.UserPoolId, GroupName: `group-${(serial += 1)}` };
    await aws.idp('CreateGroup', { ...group, Precedence, RoleArn: roleArn(role) });
    await aws.idp('AdminAddUserToGroup', { ...group, Username: person.email });
  }
  return person;
}

/** The role that a person is given by a pool with this mapping. */
async function roleOf(aws: Aws, person: Made, mapping: object, more: object = {}): Promise<string> {
  const RoleMappings = { [`${person.provider}:${person.app}`]: mapping };
  const IdentityPoolId = await addIdentityPool(aws, person, {}, { RoleMappings });
  const Logins = { [person.provider!]: await idToken(aws, person) };
  return callerOf(aws, await credentials(aws, IdentityPoolId, Logins, more));
}

const token = (AmbiguousRoleResolution: string) => ({ Type: 'Token', AmbiguousRoleResolution });
const rule = (Claim: string, MatchType: string, Value: string, role: string) => ({
  Claim,
  MatchType,
  Value,
  RoleARN: roleArn(role),
});
const rules = (AmbiguousRoleResolution: string, ...Rules: object[]) => ({
  Type: 'Rules',
  AmbiguousRoleResolution,
  RulesConfiguration: { Rules },
});
const denied = ({ app, provider }: Made) => ({
  status: 400,
  code: 'NotAuthorizedException',
  reason: `The ambiguous role mapping rules for: ${provider}:${app} denied this request.`,
});

/** Which role a login is mapped to. */
export const roleMappings: IdentityGap[] = [
  gap('Token: the preferred role of the token', page, async (aws, made) => {
    const person = await inGroups(aws, made, made.others!, made.people!);
    expect(await roleOf(aws, person, token('Deny'))).toBe(sessionArn(made.others!));
  }),
  gap('Token: CustomRoleArn chooses among the roles of the token', page, async (aws, made) => {
    const person = await inGroups(aws, made, made.people!, made.others!);
    const custom = (role: string) => ({ CustomRoleArn: roleArn(role) });
    expect(await roleOf(aws, person, token('Deny'), custom(made.others!))).toBe(sessionArn(made.others!));
    await expect(roleOf(aws, person, token('AuthenticatedRole'), custom(made.guests!))).rejects.toMatchObject(
      denied(made),
    );
  }),
  gap('Token: without a role in the token, AuthenticatedRole', page, async (aws, made) => {
    expect(await roleOf(aws, await addUser(aws, made), token('AuthenticatedRole'))).toBe(sessionArn(made.people!));
  }),
  gap('Token: without a role in the token, Deny', page, async (aws, made) => {
    await expect(roleOf(aws, await addUser(aws, made), token('Deny'))).rejects.toMatchObject(denied(made));
  }),
  gap('Rules: the first that matches', page, async (aws, made) => {
    const mapping = rules(
      'Deny',
      rule('email', 'Equals', 'nobody@example.com', made.guests!),
      rule('email', 'Equals', made.email!, made.others!),
      rule('email', 'StartsWith', 'a', made.guests!),
    );
    expect(await roleOf(aws, made, mapping)).toBe(sessionArn(made.others!));
  }),
  gap('Rules: StartsWith', page, async (aws, made) => {
    const mapping = rules('AuthenticatedRole', rule('email', 'StartsWith', 'ada@', made.others!));
    expect(await roleOf(aws, made, mapping)).toBe(sessionArn(made.others!));
    expect(await roleOf(aws, await addUser(aws, made), mapping)).toBe(sessionArn(made.people!));
  }),
  gap('Rules: Contains, in one of several groups too', page, async (aws, made) => {
    const person = await inGroups(aws, made, made.people!, made.people!);
    const mapping = rules('Deny', rule('cognito:groups', 'Contains', `group-${serial}`, made.others!));
    expect(await roleOf(aws, person, mapping)).toBe(sessionArn(made.others!));
    await expect(roleOf(aws, made, mapping)).rejects.toMatchObject(denied(made));
  }),
  gap('Rules: NotEqual matches another value, and no claim that is missing', page, async (aws, made) => {
    const other = rules('Deny', rule('given_name', 'NotEqual', 'Grace', made.others!));
    expect(await roleOf(aws, made, other)).toBe(sessionArn(made.others!));
    const missing = rules('AuthenticatedRole', rule('family_name', 'NotEqual', 'Hopper', made.others!));
    expect(await roleOf(aws, made, missing)).toBe(sessionArn(made.people!));
  }),
  gap('Rules: when none matches, AuthenticatedRole or Deny', page, async (aws, made) => {
    const never = rule('email', 'Equals', 'nobody@example.com', made.others!);
    expect(await roleOf(aws, made, rules('AuthenticatedRole', never))).toBe(sessionArn(made.people!));
    await expect(roleOf(aws, made, rules('Deny', never))).rejects.toMatchObject(denied(made));
  }),
];
