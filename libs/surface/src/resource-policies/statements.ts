import { isUnknown } from '../model/value';
import type { Resource } from '../terraform/resource';
import { isObject } from '../terraform/unreadable';

type Statement = Readonly<Record<string, unknown>>;

/**
 * What a resource adds to the policy of something, as AWS stores it or would: values of the plan, unknown ones too. None: it
 * lets nobody in.
 */
export const statementsOf = (resource: Resource): readonly Statement[] => STATEMENTS[resource.type]?.(resource) ?? [];

/** Names of the arguments that say it: a change of others is none of the policy. */
export const SAID_BY: Readonly<Record<string, readonly string[]>> = {
  aws_lambda_permission: [
    'action',
    'event_source_token',
    'function_name',
    'function_url_auth_type',
    'principal',
    'principal_org_id',
    'qualifier',
    'source_account',
    'source_arn',
  ],
  aws_lambda_layer_version_permission: ['action', 'layer_name', 'organization_id', 'principal', 'version_number'],
  aws_cloudwatch_event_permission: ['action', 'condition', 'event_bus_name', 'principal'],
  aws_kms_grant: ['constraints', 'grantee_principal', 'key_id', 'operations', 'retiring_principal'],
  aws_s3control_access_grant: ['access_grants_location_configuration', 'grantee', 'permission'],
  aws_s3_bucket_acl: ['access_control_policy', 'acl', 'bucket'],
  aws_s3_bucket: ['acl', 'grant'],
};

const STATEMENTS: Readonly<Record<string, (resource: Resource) => readonly Statement[]>> = {
  aws_lambda_permission: (of) => [
    allow(principalOf(of.raw('principal')), of.raw('action'), [
      [SOURCE_ARN, of.raw('source_arn')],
      [SOURCE_ACCOUNT, of.raw('source_account')],
      [ORGANIZATION, of.raw('principal_org_id')],
      ['StringEquals lambda:FunctionUrlAuthType', of.raw('function_url_auth_type')],
      ['StringEquals lambda:EventSourceToken', of.raw('event_source_token')],
    ]),
  ],
  aws_lambda_layer_version_permission: (of) => [
    allow(principalOf(of.raw('principal')), of.raw('action'), [[ORGANIZATION, of.raw('organization_id')]]),
  ],
  aws_cloudwatch_event_permission: (of) => {
    const [condition] = blocks(of.raw('condition'));
    const by = condition && `${String(condition['type'])} ${String(condition['key'])}`;
    return [
      allow(principalOf(of.raw('principal')), of.raw('action') ?? 'events:PutEvents', [
        [by ?? ORGANIZATION, condition?.['value']],
      ]),
    ];
  },
  aws_kms_grant: (of) => [
    allow({ AWS: of.raw('grantee_principal') }, operations(of.raw('operations')), []),
    ...(isSet(of.raw('retiring_principal'))
      ? [allow({ AWS: of.raw('retiring_principal') }, 'kms:RetireGrant', [])]
      : []),
  ],
  aws_s3control_access_grant: (of) => {
    const [grantee] = blocks(of.raw('grantee'));
    // People of a directory are no principals of IAM, and those of another account cannot be named that way.
    if (grantee && grantee['grantee_type'] !== 'IAM' && !isUnknown(grantee['grantee_type'])) return [];
    return [allow({ AWS: grantee?.['grantee_identifier'] }, permissions(of.raw('permission')), [])];
  },
  aws_s3_bucket_acl: (of) => [
    ...ofCannedAcl(of.raw('acl')),
    ...blocks(of.raw('access_control_policy')).flatMap((policy) =>
      blocks(policy['grant']).flatMap((grant) =>
        ofGrants(blocks(grant['grantee']), [grant['permission']], blocks(policy['owner'])[0]?.['id']),
      ),
    ),
  ],
  aws_s3_bucket: (of) => [
    ...ofCannedAcl(of.raw('acl')),
    ...blocks(of.raw('grant')).flatMap((grant) => {
      const permissions = [grant['permissions']].flat();
      return ofGrants([grant], permissions, ownerIn(blocks(of.raw('grant'))));
    }),
  ],
};

const SOURCE_ARN = 'ArnLike aws:SourceArn';
const SOURCE_ACCOUNT = 'StringEquals aws:SourceAccount';
const ORGANIZATION = 'StringEquals aws:PrincipalOrgID';

type Condition = readonly [operatorAndKey: string, value: unknown];

function allow(Principal: unknown, Action: unknown, conditions: readonly Condition[]): Statement {
  const Condition: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of conditions) {
    const [operator = '', key = ''] = name.split(' ');
    if (isSet(value)) (Condition[operator] ??= {})[key] = value;
  }
  return { Effect: 'Allow', Principal, Action, Resource: '*', Condition };
}

/** A service, an account, an ARN, or everyone, in one argument. */
export function principalOf(value: unknown): unknown {
  if (value === '*') return '*';
  if (isUnknown(value)) return { AWS: value };
  return typeof value === 'string' && /^[^:]+\.[^:]+$/.test(value) ? { Service: value } : { AWS: value };
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#grants-grant-operations */
const operations = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((each) => (typeof each === 'string' ? `kms:${each}` : each)) : value;

const permissions = (value: unknown): unknown =>
  isUnknown(value)
    ? value
    : value === 'READ'
      ? ['s3:GetObject', 's3:ListBucket']
      : value === 'WRITE'
        ? ['s3:PutObject', 's3:DeleteObject']
        : ['s3:GetObject', 's3:ListBucket', 's3:PutObject', 's3:DeleteObject'];

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl */
function ofCannedAcl(acl: unknown): readonly Statement[] {
  // Where nothing is written for it, AWS chooses: private.
  if (isUnknown(acl)) return acl.sensitive || acl.references ? [allow({ AWS: acl }, ['s3:ListBucket'], [])] : [];
  const read = ['s3:ListBucket', 's3:GetObject'];
  if (acl === 'public-read') return [allow('*', read, [])];
  if (acl === 'public-read-write') return [allow('*', [...read, 's3:PutObject', 's3:DeleteObject'], [])];
  return acl === 'authenticated-read' ? [allow('*', read, [])] : [];
}

/** The groups that everyone is in; other grants are of the owner or of log delivery, or of another account. */
function ofGrants(grantees: readonly Statement[], granted: readonly unknown[], owner: unknown): readonly Statement[] {
  return grantees.flatMap(({ id, uri, type }) => {
    const actions = granted.flatMap((each) => GRANTED[String(each)] ?? ['s3:ListBucket']);
    if (/\/(AllUsers|AuthenticatedUsers)$/.test(String(uri))) return [allow('*', actions, [])];
    if (isUnknown(uri) && !isUnknown(type)) return [allow({ AWS: uri }, actions, [])];
    if (!isSet(owner) || !isSet(id) || isUnknown(id) || id === owner || isUnknown(owner)) return [];
    return [allow({ CanonicalUser: id }, actions, [])];
  });
}

/** Of a bucket nothing else says it: AWS gives the owner full control, and the provider asks for it first. */
const ownerIn = (grants: readonly Statement[]): unknown =>
  grants.find(({ permissions, type }) => type === 'CanonicalUser' && [permissions].flat().includes('FULL_CONTROL'))?.[
    'id'
  ];

const GRANTED: Readonly<Record<string, readonly string[]>> = {
  READ: ['s3:ListBucket'],
  WRITE: ['s3:PutObject', 's3:DeleteObject'],
  READ_ACP: ['s3:GetBucketAcl'],
  WRITE_ACP: ['s3:PutBucketAcl'],
  FULL_CONTROL: ['s3:ListBucket', 's3:PutObject', 's3:DeleteObject', 's3:GetBucketAcl', 's3:PutBucketAcl'],
};

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Blocks, which may be unknown as a whole. */
const blocks = (value: unknown): readonly Statement[] =>
  (Array.isArray(value) ? value : [value]).filter((each): each is Statement => isObject(each) && !isUnknown(each));
