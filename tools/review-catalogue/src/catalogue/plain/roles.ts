import { dangerous, harmless, terraform } from '../../change';
import type { JsonObject } from '../../json';
import { ACCOUNT, policy, ref, resource } from './names';

const ROLE = 'aws_iam_role';
const ATTACHMENT = 'aws_cognito_identity_pool_roles_attachment';

const trust = (principal: JsonObject | string, condition?: JsonObject) =>
  policy({
    Effect: 'Allow',
    Principal: principal,
    Action: 'sts:AssumeRole',
    ...(condition && { Condition: condition }),
  });

const role = (name: string, body: JsonObject = {}) =>
  resource(ROLE, name, { name, assume_role_policy: trust({ Service: 'lambda.amazonaws.com' }), ...body });

const guestTrust = policy({
  Effect: 'Allow',
  Principal: { Federated: 'cognito-identity.amazonaws.com' },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: { 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'unauthenticated' } },
});

const may = (name: string, Action: string, Resource: string) => ({
  aws_iam_role_policy: {
    [name]: { name, role: ref(`${ROLE}.${name}`), policy: policy({ Effect: 'Allow', Action, Resource }) },
  },
});

/** An identity pool whose guests have a role. */
const guests = (name: string, body: JsonObject = {}) => ({
  resource: {
    aws_cognito_identity_pool: {
      [name]: { identity_pool_name: name, allow_unauthenticated_identities: true, ...body },
    },
    [ATTACHMENT]: {
      [name]: {
        identity_pool_id: ref(`aws_cognito_identity_pool.${name}`),
        roles: { unauthenticated: ref(`${ROLE}.${name}`, 'arn') },
      },
    },
    [ROLE]: { [name]: { name, assume_role_policy: guestTrust } },
    ...may(name, 's3:GetObject', 'arn:aws:s3:::photos/*'),
  },
});

/** Signed-in people of these tiers get a role of their own. */
const roleOfTiers = (name: string, ...tiers: readonly string[]) => ({
  role_mapping: [
    {
      identity_provider: 'graph.facebook.com',
      type: 'Rules',
      ambiguous_role_resolution: 'Deny',
      mapping_rule: tiers.map((value) => ({
        claim: 'tier',
        match_type: 'Equals',
        value,
        role_arn: ref(`${ROLE}.${name}`, 'arn'),
      })),
    },
  ],
});
const mapped = (name: string, ...tiers: readonly string[]) => ({
  resource: {
    aws_cognito_identity_pool: {
      [name]: { identity_pool_name: name, allow_unauthenticated_identities: false },
    },
    [ATTACHMENT]: {
      [name]: {
        identity_pool_id: ref(`aws_cognito_identity_pool.${name}`),
        roles: { authenticated: ref(`${ROLE}.${name}`, 'arn') },
        ...roleOfTiers(name, ...tiers),
      },
    },
    [ROLE]: { [name]: { name, assume_role_policy: trust({ Service: 'lambda.amazonaws.com' }) } },
  },
});

/** IAM roles, and the identity pools that give them. */
export const roles = [
  dangerous(
    'role-trust-everyone',
    'Anyone with an AWS account may take a role',
    'critical role-trust-widened',
    terraform(role('trust_all'), resource(ROLE, 'trust_all', { assume_role_policy: trust('*') })),
  ),
  dangerous(
    'role-trust-condition-dropped',
    'A role for another account no longer asks for an external id',
    'high role-trust-widened',
    terraform(
      role('trust_partner', {
        assume_role_policy: trust(
          { AWS: 'arn:aws:iam::444444444444:root' },
          { StringEquals: { 'sts:ExternalId': 'orders' } },
        ),
      }),
      resource(ROLE, 'trust_partner', {
        assume_role_policy: trust({ AWS: 'arn:aws:iam::444444444444:root' }),
      }),
    ),
  ),
  dangerous(
    'role-boundary-removed',
    'Nothing limits any more what a role can be given',
    'high role-trust-widened',
    terraform(
      role('unbound', { permissions_boundary: `arn:aws:iam::${ACCOUNT}:policy/boundary` }),
      resource(ROLE, 'unbound', { permissions_boundary: null }),
    ),
  ),
  dangerous(
    'role-administrator',
    'A role gets AdministratorAccess',
    'high iam-widened',
    terraform(role('administrator'), {
      resource: {
        aws_iam_role_policy_attachment: {
          administrator: {
            role: ref(`${ROLE}.administrator`),
            policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
          },
        },
      },
    }),
  ),
  dangerous(
    'role-passes-roles',
    'A role may give every role to whatever it makes',
    'high iam-widened',
    terraform(role('passes'), { resource: may('passes', 'iam:PassRole', '*') }),
  ),
  dangerous(
    'guest-role-wide',
    'Guests may do everything in S3 with a bucket',
    ['critical guest-role-widened', 'critical guest-role-too-broad'],
    terraform(guests('guests_wide'), { resource: may('guests_wide', 's3:*', 'arn:aws:s3:::photos/*') }),
  ),
  dangerous(
    'role-mapping-one-more',
    'People of one more tier get the role of those who pay',
    'high role-mapping-widened',
    terraform(
      mapped('mapped_more', 'gold'),
      resource(ATTACHMENT, 'mapped_more', roleOfTiers('mapped_more', 'gold', 'free')),
    ),
  ),
  dangerous(
    'guest-classic-flow',
    'Guests may choose among the roles that trust an identity pool',
    'medium guest-access-opened',
    terraform(
      guests('guests_classic', { allow_classic_flow: false }),
      resource('aws_cognito_identity_pool', 'guests_classic', { allow_classic_flow: true }),
    ),
  ),

  harmless(
    'role-narrower',
    'A role may read one folder instead of the bucket',
    terraform(
      {
        resource: {
          [ROLE]: {
            narrower: { name: 'narrower', assume_role_policy: trust({ Service: 'lambda.amazonaws.com' }) },
          },
          ...may('narrower', 's3:GetObject', 'arn:aws:s3:::photos/*'),
        },
      },
      { resource: may('narrower', 's3:GetObject', 'arn:aws:s3:::photos/public/*') },
    ),
  ),
  harmless(
    'role-policy-reordered',
    'A policy says the same in another order',
    terraform(
      {
        resource: {
          [ROLE]: {
            reordered: { name: 'reordered', assume_role_policy: trust({ Service: 'lambda.amazonaws.com' }) },
          },
          aws_iam_role_policy: {
            reordered: {
              name: 'reordered',
              role: ref(`${ROLE}.reordered`),
              policy: policy({
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:PutObject'],
                Resource: 'arn:aws:s3:::photos/*',
              }),
            },
          },
        },
      },
      resource('aws_iam_role_policy', 'reordered', {
        policy: policy({
          Action: ['s3:PutObject', 's3:GetObject'],
          Resource: ['arn:aws:s3:::photos/*'],
          Effect: 'Allow',
        }),
      }),
    ),
  ),
  harmless(
    'guests-closed',
    'Guests no longer get AWS credentials',
    terraform(
      guests('guests_closed'),
      resource('aws_cognito_identity_pool', 'guests_closed', { allow_unauthenticated_identities: false }),
    ),
  ),
];
