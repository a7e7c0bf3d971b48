import * as gateway from './index';

it('exports these names', () => {
  expect(Object.keys(gateway).sort()).toEqual([
    'ApiDomain',
    'ApiKey',
    'ApiPolicy',
    'Auth',
    'ClientCertificate',
    'CognitoAuthorizer',
    'Endpoint',
    'HttpApi',
    'HttpAuthorizer',
    'HttpLogFormat',
    'HttpVpcLink',
    'IdentitySource',
    'Integration',
    'JwtAuthorizer',
    'LogFormat',
    'Model',
    'OpenApiRestApi',
    'RequestValue',
    'ResponseValue',
    'RestApi',
    'Route',
    'RouteGroup',
    'UsagePlan',
    'VpcLink',
    'readOpenApi',
  ]);
});
