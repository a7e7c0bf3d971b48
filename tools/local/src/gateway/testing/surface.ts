import {
  type RestAuthorizer,
  type FunctionPermission,
  type Integration,
  type LambdaFunction,
  type RestApi,
  type RestRoute,
  type Stage,
  type Surface,
  type UserPool,
  type UserPoolClient,
} from '@gatehouse/surface';

/** Small surfaces for tests: everything has a sensible value, a test names only what it is about. */
export const region = 'eu-west-1';
export const poolId = `${region}_Users00001`;
export const poolArn = `arn:aws:cognito-idp:${region}:123456789012:userpool/${poolId}`;
export const issuer = `https://cognito-idp.${region}.amazonaws.com/${poolId}`;
export const functionArn = `arn:aws:lambda:${region}:123456789012:function:reports`;
export const invokeArn = `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`;

export const lambdaIntegration = (overrides: Partial<Integration> = {}): Integration => ({
  type: 'AWS_PROXY',
  uri: invokeArn,
  connection: 'INTERNET',
  method: 'POST',
  timeout: 29_000,
  requestTemplates: {},
  requestParameters: {},
  passthrough: 'WHEN_NO_MATCH',
  responses: [],
  ...overrides,
});

/** `GET /reports/{id}` served by the function, open. */
export function aRoute(key: string, overrides: Partial<RestRoute> = {}): RestRoute {
  const [method, path] = key.split(' ') as [string, string];
  return {
    address: `aws_api_gateway_method.${key.replace(/\W+/g, '_').toLowerCase()}`,
    method,
    path,
    resourceId: 'res1',
    auth: { kind: 'none' },
    apiKeyRequired: false,
    requestParameters: {},
    requestModels: {},
    integration: lambdaIntegration(),
    responses: [],
    ...overrides,
  };
}

export const anAuthorizer = (overrides: Partial<RestAuthorizer> = {}): RestAuthorizer => ({
  address: 'aws_api_gateway_authorizer.users',
  id: 'auth1',
  name: 'users',
  type: 'COGNITO_USER_POOLS',
  identitySource: 'method.request.header.Authorization',
  userPoolArns: [poolArn],
  userPools: [],
  resultTtl: 300,
  ...overrides,
});

export const aStage = (overrides: Partial<Stage> = {}): Stage => ({
  address: 'aws_api_gateway_stage.api',
  name: 'local',
  deploymentId: 'dep1',
  variables: {},
  tracing: false,
  cacheCluster: false,
  methodSettings: [],
  ...overrides,
});

export const anApi = (overrides: Partial<RestApi> = {}): RestApi => ({
  address: 'aws_api_gateway_rest_api.api',
  managed: true,
  complete: true,
  id: 'api1',
  name: 'reports',
  executionArn: `arn:aws:execute-api:${region}:123456789012:api1`,
  apiKeySource: 'HEADER',
  binaryMediaTypes: [],
  endpointTypes: ['REGIONAL'],
  defaultEndpointDisabled: false,
  authorizers: [anAuthorizer()],
  routes: [],
  models: [],
  gatewayResponses: [],
  deployments: [],
  stages: [aStage()],
  cors: [],
  ...overrides,
});

export const aPool = (overrides: Partial<UserPool> = {}): UserPool =>
  ({
    address: 'aws_cognito_user_pool.users',
    id: poolId,
    arn: poolArn,
    name: 'users',
    endpoint: `cognito-idp.${region}.amazonaws.com/${poolId}`,
    ...overrides,
  }) as UserPool;

export const aMachineClient = (overrides: Partial<UserPoolClient> = {}): UserPoolClient =>
  ({
    address: 'aws_cognito_user_pool_client.machine',
    id: 'machine-client',
    userPoolId: poolId,
    name: 'machine',
    authFlows: [],
    hasSecret: true,
    oauthFlows: ['client_credentials'],
    scopes: ['reports/read', 'reports/write'],
    callbackUrls: [],
    accessTokenValidity: 3600,
    ...overrides,
  }) as UserPoolClient;

export const aFunction = (overrides: Partial<LambdaFunction> = {}): LambdaFunction => ({
  address: 'aws_lambda_function.reports',
  name: 'reports',
  arn: functionArn,
  invokeArn,
  handler: 'index.handler',
  runtime: 'nodejs22.x',
  filename: 'reports.zip',
  // Lambda's longest: a slow machine must not be what a test sees.
  timeout: 900,
  memory: 128,
  environment: {},
  ...overrides,
});

export const aSurface = (overrides: Partial<Surface> = {}): Surface => ({
  apis: [anApi()],
  httpApis: [],
  apiDomains: [],
  userPoolDomains: [],
  webAcls: [],
  unread: [],
  usagePlans: [],
  identityProviders: [],
  identityPools: [],
  riskConfigurations: [],
  roles: [],
  userGroups: [],
  users: [],
  userPools: [aPool()],
  clients: [aMachineClient()],
  resourceServers: [
    {
      address: 'aws_cognito_resource_server.reports',
      identifier: 'reports',
      userPoolId: poolId,
      scopes: [
        { name: 'read', description: 'Read reports' },
        { name: 'write', description: 'Write reports' },
      ],
    },
  ],
  functions: [aFunction()],
  functionPermissions: [aPermission()],
  functionUrls: [],
  ...overrides,
});

/** Lets the test API call the test function. */
export const aPermission = (overrides: Partial<FunctionPermission> = {}): FunctionPermission => ({
  address: 'aws_lambda_permission.reports_api',
  functionName: 'reports',
  action: 'lambda:InvokeFunction',
  principal: 'apigateway.amazonaws.com',
  sourceArn: `arn:aws:execute-api:${region}:123456789012:api1/local/*/*`,
  ...overrides,
});
