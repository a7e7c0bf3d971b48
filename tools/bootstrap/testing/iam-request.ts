import { type RequestContext } from '@gatehouse/testing/iam';
import { type Relayed } from './relay';

/** What IAM decides about: one action on one resource. */
export interface IamRequest {
  readonly action: string;
  readonly resource: string;
  readonly context: RequestContext;
}

const account = '123456789012';
const region = 'eu-west-1';
const arn = (service: string, resource: string): string =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;

/**
 * What a request to the emulator takes in AWS, as the Service Authorization Reference has it. What exists belongs to
 * the environment `local`, and roles have its boundary.
 *
 * @returns nothing for what everybody may ask: GetCallerIdentity, and whether the emulator is there
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function iamRequests(request: Relayed): IamRequest[] {
  const { authorization } = request.headers;
  // Nobody signs the question whether the emulator is there.
  if (authorization === undefined) return [];
  const service = /Credential=[^/]+\/\d+\/[^/]+\/([\w-]+)\//.exec(authorization)?.[1] ?? '';
  const own = { 'aws:ResourceTag/Environment': 'local' };
  const reader = readers[service];
  if (service === 'sts') return [];
  if (reader === undefined)
    throw new Error(`${request.method} ${request.url}: a request to ${service} was not expected`);
  return reader(request).map((each) => ({ ...each, context: each.context ?? own }));
}

type Reader = (request: Relayed) => (Omit<IamRequest, 'context'> & { context?: RequestContext })[];

const readers: Readonly<Record<string, Reader>> = {
  s3,
  iam,
  logs,
  lambda,
  apigateway,
  'cognito-idp': cognito,
};

function s3({ method, url }: Relayed) {
  const [, bucket = '', key = ''] = /^\/([^/?]+)\/?([^?]*)/.exec(decodeURIComponent(url)) ?? [];
  const verbs: Record<string, string> = { GET: 'Get', HEAD: 'Get', PUT: 'Put', DELETE: 'Delete' };
  return key === ''
    ? [{ action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` }]
    : [{ action: `s3:${verbs[method]}Object`, resource: `arn:aws:s3:::${bucket}/${key}` }];
}

function iam({ body }: Relayed) {
  const form = new URLSearchParams(body.toString());
  // What exists has the boundary; what is made has it only if it is asked for.
  const existing = `arn:aws:iam::${account}:policy/gatehouse/gatehouse-local-boundary`;
  const boundary =
    form.get('PermissionsBoundary') ?? (form.get('Action') === 'CreateRole' ? 'none' : existing);
  const context = { 'iam:PermissionsBoundary': boundary };
  return [{ action: `iam:${form.get('Action')}`, resource: roleArn(form.get('RoleName') ?? ''), context }];
}

function operation({ headers }: Relayed): string {
  return String(headers['x-amz-target']).split('.')[1] ?? '';
}

const json = ({ body }: Relayed) => JSON.parse(body.toString() || '{}') as Record<string, unknown>;

function logs(request: Relayed) {
  const { logGroupName, resourceArn } = json(request);
  const group = resourceArn ?? arn('logs', `log-group:${String(logGroupName ?? ':log-stream:')}`);
  return [{ action: `logs:${operation(request)}`, resource: String(group) }];
}

function cognito(request: Relayed) {
  const { UserPoolId, ResourceArn, UserPoolTags } = json(request);
  const pool = UserPoolId === undefined ? '*' : arn('cognito-idp', `userpool/${String(UserPoolId)}`);
  const action = `cognito-idp:${operation(request)}`;
  return [
    {
      action,
      resource: String(ResourceArn ?? pool),
      ...(UserPoolTags !== undefined && { context: tagged(UserPoolTags) }),
    },
  ];
}

function apigateway(request: Relayed) {
  const path = request.url.replace(/\?.*$/, '');
  const making = request.method === 'POST' && path === '/restapis';
  const resource = `arn:aws:apigateway:${region}::${path}`;
  return [
    {
      action: `apigateway:${request.method}`,
      resource,
      ...(making && { context: tagged(json(request)['tags']) }),
    },
  ];
}

/** A new resource has no tags yet, but is asked for with some. */
function tagged(tags: unknown): RequestContext {
  return {
    'aws:RequestTag/Environment': String((tags as Record<string, string> | undefined)?.['Environment']),
  };
}

const lambdaActions: readonly [RegExp, string][] = [
  [/^POST \/\d{4}-\d\d-\d\d\/functions\/?$/, 'CreateFunction'],
  [/^GET .*\/functions\/[^/]+$/, 'GetFunction'],
  [/^DELETE .*\/functions\/[^/]+$/, 'DeleteFunction'],
  [/^GET .*\/configuration$/, 'GetFunctionConfiguration'],
  [/^PUT .*\/configuration$/, 'UpdateFunctionConfiguration'],
  [/^PUT .*\/code$/, 'UpdateFunctionCode'],
  [/^GET .*\/versions$/, 'ListVersionsByFunction'],
  [/^GET .*\/code-signing-config$/, 'GetFunctionCodeSigningConfig'],
  [/^POST .*\/policy$/, 'AddPermission'],
  [/^GET .*\/policy$/, 'GetPolicy'],
  [/^DELETE .*\/policy\/[^/]+$/, 'RemovePermission'],
  [/^GET \/\d{4}-\d\d-\d\d\/tags\//, 'ListTags'],
  [/^POST \/\d{4}-\d\d-\d\d\/tags\//, 'TagResource'],
  [/^DELETE \/\d{4}-\d\d-\d\d\/tags\//, 'UntagResource'],
];

function lambda(request: Relayed) {
  const line = `${request.method} ${request.url.replace(/\?.*$/, '')}`;
  const name = lambdaActions.find(([pattern]) => pattern.test(line))?.[1];
  if (name === undefined) throw new Error(`${line}: a Lambda action that is not known here`);
  const { FunctionName, Role } = name === 'CreateFunction' ? json(request) : {};
  const [, inPath] = /\/(?:functions|tags\/arn[^/]*function[:%3A]+)\/?([^/]+)/.exec(line) ?? [];
  const resource = arn('lambda', `function:${String(FunctionName ?? inPath)}`);
  const passing = {
    action: 'iam:PassRole',
    resource: String(Role),
    context: { 'iam:PassedToService': 'lambda.amazonaws.com' },
  };
  return [{ action: `lambda:${name}`, resource }, ...(Role === undefined ? [] : [passing])];
}
