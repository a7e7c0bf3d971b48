import * as gateway from './index';

it('exports these names', () => {
  expect(Object.keys(gateway).sort()).toEqual([
    'ApiPolicy',
    'Auth',
    'CognitoAuthorizer',
    'Endpoint',
    'HttpApi',
    'HttpAuthorizer',
    'HttpVpcLink',
    'IdentitySource',
    'Integration',
    'JwtAuthorizer',
    'Model',
    'OpenApiRestApi',
    'RequestValue',
    'ResponseValue',
    'RestApi',
    'Route',
    'RouteGroup',
    'VpcLink',
    'readOpenApi',
  ]);
});
