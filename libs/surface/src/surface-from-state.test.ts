import { fixture } from '../testing/fixture';
import { surfaceFromState } from './index';

const identity = () => fixture('reports-identity', 'applied.state.json');
const api = () => fixture('reports-api', 'applied.state.json');
const surface = surfaceFromState({ identity: identity(), api: api() });
const [restApi] = surface.apis;
const route = (address: string) => restApi?.routes.find((each) => each.address === `aws_api_gateway_method.${address}`);

describe('REST API of applied state', () => {
  it('reads each resource to its full path', () => {
    expect(restApi?.routes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /me',
      'GET /',
      'OPTIONS /me',
      'PUT /reports/{id}',
    ]);
  });

  it('joins a method with authorizer, integration and function', () => {
    const [authorizer] = restApi?.authorizers ?? [];
    expect(route('get_me')).toMatchObject({
      auth: {
        kind: 'cognito',
        authorizerId: authorizer?.id,
        authorizer: 'aws_api_gateway_authorizer.users',
        scopes: [],
      },
      integration: {
        type: 'AWS_PROXY',
        method: 'POST',
        timeout: 5000,
        function: 'aws_lambda_function.me',
        uri: surface.functions[0]?.invokeArn,
      },
    });
  });

  it('finds the pool of the authorizer in the other stack', () => {
    expect(restApi?.authorizers).toMatchObject([
      {
        name: 'users',
        type: 'COGNITO_USER_POOLS',
        identitySource: 'method.request.header.Authorization',
        userPoolArns: [surface.userPools[0]?.arn],
        userPools: ['aws_cognito_user_pool.users'],
        resultTtl: 60,
      },
    ]);
  });

  it('joins a method with its validator, models and parameters', () => {
    expect(route('put_reports_by_id')).toMatchObject({
      auth: { kind: 'cognito', scopes: ['reports/write'] },
      apiKeyRequired: true,
      requestParameters: { 'method.request.header.X-Trace': false, 'method.request.path.id': true },
      requestModels: { 'application/json': 'Report' },
      validator: { body: true, parameters: true },
    });
    expect(restApi?.models).toMatchObject([{ name: 'Report', contentType: 'application/json' }]);
    expect(route('get_me')).not.toHaveProperty('validator');
  });

  it('joins a method with the responses of its integration and its own', () => {
    expect(route('options_me')).toMatchObject({
      auth: { kind: 'none' },
      integration: {
        type: 'MOCK',
        timeout: 29_000,
        passthrough: 'NEVER',
        requestTemplates: { 'application/json': '{"statusCode": 204}' },
        responses: [
          {
            statusCode: '204',
            responseParameters: {
              'method.response.header.Access-Control-Allow-Origin': "'https://app.example.com'",
            },
          },
        ],
      },
      responses: [
        {
          statusCode: '204',
          responseParameters: { 'method.response.header.Access-Control-Allow-Origin': true },
        },
      ],
    });
  });

  it('reads gateway responses', () => {
    expect(restApi?.gatewayResponses).toEqual([
      {
        stack: 'api',
        address: 'aws_api_gateway_gateway_response.default_4xx',
        type: 'DEFAULT_4XX',
        responseParameters: {
          'gatewayresponse.header.Access-Control-Allow-Origin': "'https://app.example.com'",
        },
        responseTemplates: { 'application/json': '{"message":$context.error.messageString}' },
      },
    ]);
  });

  it('reads the stage with its deployment, log and method settings', () => {
    expect(restApi?.stages).toMatchObject([
      {
        name: 'v1',
        deploymentId: restApi?.deployments[0]?.id,
        deployment: 'aws_api_gateway_deployment.api',
        variables: { backend: 'reports' },
        accessLog: { format: '$context.requestId' },
        tracing: true,
        methodSettings: [
          {
            methodPath: '*/*',
            throttleRate: 100,
            throttleBurst: 50,
            metrics: true,
            loggingLevel: 'INFO',
            dataTrace: false,
          },
        ],
      },
    ]);
  });
});

describe('Cognito and Lambda of applied state', () => {
  it('reads a user pool', () => {
    expect(surface.userPools).toMatchObject([
      {
        stack: 'identity',
        address: 'aws_cognito_user_pool.users',
        name: 'reports-users',
        selfSignUp: false,
        deletionProtection: true,
        mfa: 'OPTIONAL',
        threatProtection: 'AUDIT',
        usernameCaseSensitive: false,
        passwordPolicy: { minLength: 12, requireSymbols: false, temporaryPasswordValidity: 3 },
        attributes: [
          { name: 'level', type: 'Number', mutable: true, constraints: { max_value: '9' } },
          {
            name: 'tenant',
            type: 'String',
            mutable: false,
            constraints: { min_length: '1', max_length: '64' },
          },
        ],
      },
    ]);
    expect(surface.userPools[0]?.endpoint).toMatch(/^cognito-idp\.eu-west-1\.amazonaws\.com\/eu-west-1_/);
  });

  it('reads token lifetimes in seconds, whatever their unit, and Cognito’s own when none is set', () => {
    const [app, defaults] = surface.clients;
    expect(app).toMatchObject({
      accessTokenValidity: 300,
      idTokenValidity: 7200,
      refreshTokenValidity: 43_200,
    });
    expect(defaults).toMatchObject({
      accessTokenValidity: 3600,
      idTokenValidity: 3600,
      refreshTokenValidity: 2_592_000,
    });
  });

  it('tells that a client has a secret and never the secret', () => {
    const machine = surface.clients.find(({ name }) => name === 'machine');
    expect(machine).toMatchObject({
      userPool: 'aws_cognito_user_pool.users',
      hasSecret: true,
      oauthEnabled: true,
      oauthFlows: ['client_credentials'],
      scopes: ['reports/read', 'reports/write'],
    });
    const state = identity();
    const secret = state.values.root_module.resources.find(
      ({ address }: { address: string }) => address === 'aws_cognito_user_pool_client.machine',
    ).values.client_secret;
    expect(secret).toMatch(/\w{10}/);
    expect(JSON.stringify(surface)).not.toContain(secret);
  });

  it('reads resource servers and domains', () => {
    expect(surface.resourceServers).toMatchObject([
      {
        identifier: 'reports',
        userPool: 'aws_cognito_user_pool.users',
        scopes: [{ name: 'read' }, { name: 'write' }],
      },
    ]);
    expect(surface.userPoolDomains).toMatchObject([{ domain: 'gatehouse-reports' }]);
  });

  it('reads functions with what runs them', () => {
    expect(surface.functions).toMatchObject([
      {
        name: 'reports-me',
        handler: 'me.handler',
        runtime: 'nodejs20.x',
        filename: 'handler.zip',
        timeout: 7,
        memory: 128,
        environment: { TABLE: 'reports' },
      },
    ]);
  });
});
