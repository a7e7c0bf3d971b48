import * as gateway from './index';

it('exports these names', () => {
  expect(Object.keys(gateway).sort()).toEqual([
    'Auth',
    'CognitoAuthorizer',
    'GatewayError',
    'Integration',
    'Model',
    'OpenApiRestApi',
    'RestApi',
    'Route',
  ]);
});
