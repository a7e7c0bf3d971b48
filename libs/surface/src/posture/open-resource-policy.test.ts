import { evaluateRules } from '../findings/evaluate-rules';
import { surfaceFromSynth } from '../surface-from-synth';
import { openResourcePolicy } from './critical/open-resource-policy';

const everyone = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' };

const said = (authorization: string, statements: readonly object[], api: object = {}): string[] =>
  evaluateRules(
    [openResourcePolicy],
    surfaceFromSynth([
      {
        resource: {
          aws_api_gateway_rest_api: {
            orders: {
              name: 'orders',
              policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
              ...api,
            },
          },
          aws_api_gateway_method: {
            get: {
              rest_api_id: '${aws_api_gateway_rest_api.orders.id}',
              resource_id: '${aws_api_gateway_rest_api.orders.root_resource_id}',
              http_method: 'GET',
              authorization,
            },
          },
        },
      },
    ]),
  ).map(({ severity, message }) => `${severity}: ${message}`);

const anyone = ['critical: Anyone with an AWS account can call it.'];

it('lets every account in where a route uses IAM, or the API is private', () => {
  expect(said('AWS_IAM', [everyone])).toEqual(anyone);
  expect(said('NONE', [everyone], { endpoint_configuration: [{ types: ['PRIVATE'] }] })).toEqual(anyone);
});

it('restricts nothing where no route uses IAM, or that is not known', () => {
  const nothing = ['medium: Anyone passes its resource policy.'];
  expect(said('NONE', [everyone])).toEqual(nothing);
  expect(said('${data.external.later.result.auth}', [everyone])).toEqual(nothing);
});

it('is no finding with a Deny, a condition or a principal by name', () => {
  const condition = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
  const deny = { ...everyone, Effect: 'Deny', Condition: condition };
  expect(said('AWS_IAM', [everyone, deny])).toEqual([]);
  expect(said('AWS_IAM', [{ ...everyone, Condition: condition }])).toEqual([]);
  expect(said('AWS_IAM', [{ ...everyone, Principal: { AWS: 'arn:aws:iam::123456789012:root' } }])).toEqual([]);
});
