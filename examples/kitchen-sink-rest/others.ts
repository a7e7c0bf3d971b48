import { join } from 'node:path';
import { type UserPool } from '@gatehouse/cognito';
import { type LambdaFunction } from '@gatehouse/functions';
import {
  ApiPolicy,
  Auth,
  Endpoint,
  IdentitySource,
  Integration,
  LogFormat,
  OpenApiRestApi,
  readOpenApi,
  RestApi,
} from '@gatehouse/gateway';
import { TerraformOutput } from 'cdktf';
import { type Construct } from 'constructs';
import { type Backends } from './backends';
import { logStream } from './log-stream';

const throttle = { rateLimit: 5, burstLimit: 10 };
const integration = Integration.mock({ body: { ok: true } });

/** APIs for what excludes itself. */
export function addOthers(stack: Construct, users: UserPool, check: LambdaFunction, { role }: Backends) {
  const edge = addEdge(stack);
  edge.grantInvoke({ granteeId: 'own', roleName: role.name }, 'GET /prices');
  return { internal: addPrivate(stack), edge, document: addDocument(stack, users, check) };
}

/** From VPCs only; its log goes to Firehose. */
function addPrivate(stack: Construct): RestApi {
  const api = new RestApi(stack, 'internal', {
    name: 'sink-internal',
    endpoint: Endpoint.private({ vpcEndpoints: ['vpce-0123456789abcdef0'] }),
    policy: ApiPolicy.onlyFromVpcs('vpc-0123456789abcdef0'),
    stage: {
      name: 'v1',
      throttle,
      accessLog: {
        firehoseArn: logStream(stack),
        format: LogFormat.text('$context.requestId $context.status'),
      },
    },
  });
  api.addRoute('GET /prices', { auth: Auth.public('Everyone in the network'), integration });
  api.addDocumentation({ api: { description: 'Prices' }, version: 'first' });
  new TerraformOutput(stack, 'internal_id', { value: api.restApiId });
  addBeside(stack, api);
  return api;
}

/** A route that others add to an API that they do not deploy. */
function addBeside(stack: Construct, api: RestApi): void {
  const beside = RestApi.fromId(stack, 'beside', {
    restApiId: api.restApiId,
    rootResourceId: api.resourceId('/'),
    resources: { '/prices': api.resourceId('/prices') },
    deployedBy: 'owner',
    stageName: 'v1',
  });
  beside.addRoute('GET /prices/{id}', { auth: Auth.public('Everyone in the network'), integration });
}

/** Through CloudFront, for signed requests of an organization. */
function addEdge(stack: Construct): RestApi {
  const api = new RestApi(stack, 'edge', {
    name: 'sink-edge',
    definition: 'openapi',
    failOnWarnings: true,
    endpoint: Endpoint.edge(),
    policy: [
      ...ApiPolicy.onlyOrganizations('o-a1b2c3d4e5'),
      {
        effect: 'Deny',
        principals: ['210987654321'],
        routes: ['GET /prices'],
        conditions: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
    stage: { name: 'v1', throttle, accessLog: { retentionDays: 1, format: LogFormat.json('status', 'userArn') } },
  });
  api.addRoute('GET /prices', { auth: Auth.iam('The organization'), integration });
  return api;
}

/** Read from a document; one request of ten gets what is new; a Lambda authorizer says which key a caller has. */
function addDocument(stack: Construct, users: UserPool, check: LambdaFunction): RestApi {
  return new OpenApiRestApi(stack, 'document', {
    name: 'sink-document',
    document: readOpenApi(join(__dirname, '../openapi/reports.yaml')),
    source: 'examples/openapi/reports.yaml',
    project: 'gatehouse',
    authorizer: { id: 'users', userPools: [users] },
    customAuthorizer: { id: 'tills', function: check, identitySources: [IdentitySource.header('X-Till')] },
    integration,
    apiKeySource: 'AUTHORIZER',
    endpoint: Endpoint.regional({ ipAddressType: 'dualstack' }),
    stage: {
      name: 'v1',
      throttle,
      accessLog: { retentionDays: 1 },
      canary: { percentTraffic: 10, variables: { color: 'green' }, useStageCache: true },
      variables: { color: 'blue' },
    },
  });
}
