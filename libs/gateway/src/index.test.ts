import * as gateway from './index';

it('exports these names', () => {
  expect(Object.keys(gateway).sort()).toEqual([
    'Auth',
    'CognitoAuthorizer',
    'HttpApi',
    'IdentitySource',
    'Integration',
    'JwtAuthorizer',
    'Model',
    'OpenApiRestApi',
    'RestApi',
    'Route',
    'RouteGroup',
    'readOpenApi',
  ]);
});
