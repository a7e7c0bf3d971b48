import { lambda, open, refusal, synthApi } from '../../testing/api';
import { Endpoint, type HttpLambdaOptions, Integration } from '../index';

const integrationOf = (timeoutMilliseconds?: number) =>
  synthApi((api, scope) => {
    const integration = Integration.lambda(
      lambda(scope),
      timeoutMilliseconds === undefined ? {} : { timeoutMilliseconds },
    );
    api.addRoute('GET /a', { ...open, integration });
  }).resource.aws_api_gateway_integration?.get_a;

it('waits for a function as long as it is asked to', () => {
  expect(integrationOf(60_000)).toMatchObject({ type: 'AWS_PROXY', timeout_milliseconds: 60_000 });
  expect(integrationOf()).not.toHaveProperty('timeout_milliseconds');
});

it('waits 29 seconds at most at the edge', () => {
  const at = (make: 'http' | 'lambda') =>
    refusal(
      (api, scope) => {
        const options = { timeoutMilliseconds: 60_000 };
        const lambdaOf = () => Integration.lambda(lambda(scope), options);
        const integration =
          make === 'lambda' ? lambdaOf() : Integration.http({ url: 'https://a.example.com', ...options });
        api.addRoute('GET /a', { ...open, integration });
      },
      { endpoint: Endpoint.edge() },
    );

  expect(at('lambda')).toBe(
    'test/api, GET /a, integration: expected a timeout from 50 to 29000 milliseconds, found 60000. AWS raises the quota for regional ' +
      'and private APIs alone: lower it, or use another endpoint, such as Endpoint.regional().',
  );
  expect(at('http')).toBe(at('lambda'));
});

it('gives functions of a REST API no event of another version', () => {
  const options = { payloadFormatVersion: '2.0' } as HttpLambdaOptions as object;
  expect(
    refusal((api, scope) =>
      api.addRoute('GET /a', { ...open, integration: Integration.lambda(lambda(scope), options) }),
    ),
  ).toContain('expected no payloadFormatVersion, found "2.0".');
});
