import { type CognitoIdentityPoolRolesAttachmentRoleMapping } from '@cdktf/provider-aws/lib/cognito-identity-pool-roles-attachment';
import { check, checkText, type IUserPoolClient, plainText } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type Claim, claimName } from './claim';
import { FederatedRole } from './federated-role';
import { checkRoleArn } from '../role-arn';
import { Login } from './login';

/**
 * Whose tokens a mapping reads.
 * @example people.mapRolesByRules(Login.google('123-abc.apps.googleusercontent.com'), rules)
 */
export type TokenSource = IUserPoolClient | Login;

/**
 * What those get to whom a mapping gives no role.
 * @example people.mapRolesByToken(app, { otherwise: 'authenticatedRole' })
 */
export interface RoleMappingOptions {
  /**
   * What people get whom the token, or no rule, gives a role: no credentials, or the role of everyone who is signed in.
   * @default 'deny'
   */
  readonly otherwise?: 'deny' | 'authenticatedRole';
}

/**
 * People whose token has a claim of this value hold a role.
 * @example people.mapRolesByRules(app, [{ claim: users.attribute('tier'), value: 'gold', role: people.addRole('gold') }])
 */
export interface RoleRule {
  /** An attribute of the user pool, or the name of a claim, such as `cognito:username` or `department`. */
  readonly claim: Claim;
  /**
   * How the claim is compared.
   * @default 'equals'
   */
  readonly match?: keyof typeof matchTypes;
  /** 1 to 128 characters. */
  readonly value: string;
  /** One of `addRole`, or of your own: it must trust the identity pool. */
  readonly role: { readonly roleArn: string };
}

const matchTypes = {
  equals: 'Equals',
  contains: 'Contains',
  startsWith: 'StartsWith',
  notEqual: 'NotEqual',
} as const;

const resolutions = { deny: 'Deny', authenticatedRole: 'AuthenticatedRole' } as const;

/** The role is one of those that the groups of the user pool give. */
export function mappingByToken(
  client: IUserPoolClient,
  { otherwise = 'deny' }: RoleMappingOptions,
): CognitoIdentityPoolRolesAttachmentRoleMapping {
  return { identityProvider: keyOf(client), type: 'Token', ambiguousRoleResolution: resolutions[otherwise] };
}

/** @throws ConstructError for no rule, a role of another identity pool, and a claim or value that has no character or too many. */
export function mappingByRules(
  construct: Construct,
  source: TokenSource,
  rules: readonly RoleRule[],
  { otherwise = 'deny' }: RoleMappingOptions,
): CognitoIdentityPoolRolesAttachmentRoleMapping {
  check(construct, rules.length > 0, {
    prop: 'mapRolesByRules',
    expected: 'at least one rule',
    found: rules,
    fix: 'Say which claim gives which role, or leave the mapping out',
  });
  return {
    identityProvider: keyOf(source),
    type: 'Rules',
    ambiguousRoleResolution: resolutions[otherwise],
    mappingRule: rules.map((rule, index) => mappingRule(construct, source, rule, `mapRolesByRules, rules[${index}]`)),
  };
}

/** What AWS calls a mapping. */
export const keyOf = (source: TokenSource): string =>
  source instanceof Login ? source.providerName : `${source.userPool.endpoint}:${source.clientId}`;

/** Of every client id that works, so that people of either secret get the role. */
export const keysOf = (source: TokenSource): readonly string[] =>
  source instanceof Login
    ? [source.providerName]
    : source.clientIds.map((clientId) => `${source.userPool.endpoint}:${clientId}`);

function mappingRule(construct: Construct, source: TokenSource, rule: RoleRule, prop: string) {
  const claim = claimName(construct, `${prop}.claim`, rule.claim, source instanceof Login ? [] : [source.userPool]);
  checkText(construct, claim, {
    prop: `${prop}.claim`,
    pattern: /^.{1,64}$/u,
    expected: '1 to 64 characters',
    fix: 'Name a claim of the token, such as custom:tier',
  });
  checkText(construct, rule.value, {
    prop: `${prop}.value`,
    pattern: /^.{1,128}$/u,
    expected: '1 to 128 characters',
    fix: 'Say what the claim is compared with',
  });
  checkRoleArn(construct, `${prop}.role.roleArn`, rule.role.roleArn);
  check(construct, !(rule.role instanceof FederatedRole) || rule.role.node.scope === construct, {
    prop: `${prop}.role`,
    expected: 'a role that trusts this identity pool',
    found: rule.role,
    fix: 'Take it from addRole of this identity pool',
  });
  return {
    claim,
    matchType: matchTypes[rule.match ?? 'equals'],
    value: plainText(rule.value),
    roleArn: rule.role.roleArn,
  };
}
