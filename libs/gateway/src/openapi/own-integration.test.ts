import { build, document, ok } from '../../testing/openapi';

const uri =
  'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:a/invocations';

const withOwn = (integration: object) => () =>
  build(
    document({
      '/me': { get: { ...ok, 'x-gatehouse-public': 'a test', 'x-amazon-apigateway-integration': integration } },
    }),
  );

it.each(['aws', 'aws_proxy'])('a function of type %s is called with POST, whatever the verb', (type) => {
  expect(withOwn({ type, httpMethod: 'GET', uri })).toThrow(
    '$.paths["/me"].get["x-amazon-apigateway-integration"].httpMethod: expected POST, found "GET". Write POST: functions are',
  );
  expect(withOwn({ type, uri })).toThrow('httpMethod: expected POST, found nothing.');
  expect(withOwn({ type, httpMethod: 'POST', uri })).not.toThrow();
});

it('a server is called with the verb that the document says', () => {
  expect(withOwn({ type: 'http_proxy', httpMethod: 'GET', uri: 'https://a.test' })).not.toThrow();
});
