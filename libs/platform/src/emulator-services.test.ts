import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { services, serviceOf } from './emulator-services';

const provider = dirname(dirname(require.resolve('@cdktf/provider-aws/lib/provider')));

/** Every resource and data source of the provider. */
function typesOfTheProvider(): string[] {
  const texts = readdirSync(provider, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readFileSync(join(provider, name, 'index.js'), 'utf8'));
  return texts.flatMap((text) => /tfResourceType = "(aws_[^"]+)"/.exec(text)?.[1] ?? []);
}

describe('the service of a resource type', () => {
  it('is known for every type of the provider', () => {
    const types = typesOfTheProvider();

    expect(types.length).toBeGreaterThan(1500);
    expect(types.filter((type) => serviceOf(type) === undefined)).toEqual([]);
  });

  it.each([
    ['aws_api_gateway_rest_api', 'apigateway'],
    ['aws_apigatewayv2_api', 'apigatewayv2'],
    ['aws_cloudwatch_event_rule', 'events'],
    ['aws_cloudwatch_log_group', 'logs'],
    ['aws_cloudwatch_metric_alarm', 'cloudwatch'],
    ['aws_cognito_identity_pool', 'cognitoidentity'],
    ['aws_cognito_identity_provider', 'cognitoidp'],
    ['aws_cognito_user_pool', 'cognitoidp'],
    ['aws_dynamodb_table', 'dynamodb'],
    ['aws_instance', 'ec2'],
    ['aws_kinesis_firehose_delivery_stream', 'firehose'],
    ['aws_lb_listener', 'elbv2'],
    ['aws_route', 'ec2'],
    ['aws_route53_resolver_rule', 'route53resolver'],
    ['aws_route53_zone', 'route53'],
    ['aws_secretsmanager_secret', 'secretsmanager'],
    ['aws_sqs_queue', 'sqs'],
  ])('%s is %s', (type, service) => {
    expect(serviceOf(type)).toBe(service);
  });

  it('is one of those whose endpoints are set, each of which is set by one name', () => {
    const used = typesOfTheProvider().map(serviceOf);

    expect(used.filter((service) => !services.includes(service ?? ''))).toEqual([]);
    expect(services).toEqual(expect.arrayContaining(['dynamodb', 'logs', 'sqs', 'sts']));
    expect(services).not.toContain('cloudwatchlogs');
  });

  it.each(['aws_sqsx_queue', 'aws_esque', 'awscc_sqs_queue', 'random_id'])('of %s is not known', (type) => {
    expect(serviceOf(type)).toBeUndefined();
  });
});
