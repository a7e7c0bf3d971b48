import { account, OTHER, OWN } from '../resource-policy';
import { pair, type Pairs } from './pair';

const arn = (of: string, service: string, name: string) => `arn:aws:${service}:eu-west-1:${of}:${name}`;

/** What was sent to the own account goes to another one. */
const sent = (valuesFor: (of: string) => object) => pair(valuesFor(OWN), valuesFor(OTHER), account);
const queue = (of: string) => arn(of, 'sqs', 'q');
const failed = (of: string) => ({
  destination_config: [{ on_failure: [{ destination: queue(of), destination_arn: queue(of) }] }],
});

/** Data that leave, records that stop, guards of the network. */
export const flows: Pairs = {
  'aws_cloudwatch_event_api_destination data-sent-elsewhere': pair(
    { name: 'd', invocation_endpoint: 'https://events.example.com/in' },
    { name: 'd', invocation_endpoint: 'https://events.example.net/in' },
  ),
  'aws_cloudwatch_log_account_policy data-sent-elsewhere': sent((of) => ({
    ...{ policy_name: 'p', policy_type: 'SUBSCRIPTION_FILTER_POLICY' },
    policy_document: JSON.stringify({ DestinationArn: arn(of, 'logs', 'destination:d'), FilterPattern: '' }),
  })),
  'aws_cloudwatch_log_destination data-sent-elsewhere': sent((of) => ({
    name: 'd',
    target_arn: arn(of, 'kinesis', 'stream/s'),
  })),
  'aws_lambda_event_source_mapping data-sent-elsewhere': sent((of) => ({ function_name: 'f', ...failed(of) })),
  'aws_lambda_function_event_invoke_config data-sent-elsewhere': sent((of) => ({ function_name: 'f', ...failed(of) })),
  'aws_s3_bucket_notification data-sent-elsewhere': sent((of) => ({
    bucket: 'b',
    queue: [{ queue_arn: queue(of), events: ['s3:ObjectCreated:*'] }],
  })),
  'aws_scheduler_schedule data-sent-elsewhere': sent((of) => ({
    name: 's',
    target: [{ arn: queue(of), role_arn: arn(OWN, 'iam', 'role/r') }],
  })),
  'aws_sfn_state_machine data-sent-elsewhere': sent((of) => ({
    name: 's',
    definition: JSON.stringify({
      StartAt: 'A',
      States: { A: { Type: 'Task', Resource: arn(of, 'lambda', 'function:f'), End: true } },
    }),
  })),
  'aws_sfn_state_machine scheduled-command': pair(
    { name: 's', definition: JSON.stringify({ States: { A: { Resource: 'arn:aws:states:::lambda:invoke' } } }) },
    {
      name: 's',
      definition: JSON.stringify({ States: { A: { Resource: 'arn:aws:states:::aws-sdk:iam:attachRolePolicy' } } }),
    },
  ),
  'aws_wafv2_web_acl_logging_configuration data-sent-elsewhere': sent((of) => ({
    resource_arn: 'w',
    log_destination_configs: [arn(of, 'firehose', 'deliverystream/aws-waf-logs-a')],
  })),
  'aws_cloudtrail logs-weaker': pair({ name: 't', enable_logging: true }, { name: 't', enable_logging: false }),
  'aws_cloudfront_cache_policy cloudfront-weaker': pair(
    { name: 'c', default_ttl: 0, max_ttl: 0, min_ttl: 0 },
    { name: 'c', default_ttl: 60, max_ttl: 60, min_ttl: 60 },
  ),
  'aws_cloudfront_key_group cloudfront-weaker': pair({ name: 'k', items: ['a'] }, { name: 'k', items: ['a', 'b'] }),
  'aws_wafv2_regex_pattern_set waf-set-widened': pair(
    { name: 's', scope: 'REGIONAL', regular_expression: [{ regex_string: '^/admin' }, { regex_string: '^/debug' }] },
    { name: 's', scope: 'REGIONAL', regular_expression: [{ regex_string: '^/debug' }] },
  ),
  'aws_wafv2_rule_group waf-weaker': pair(
    {
      name: 'g',
      scope: 'REGIONAL',
      rule: [
        {
          name: 'r',
          priority: 1,
          action: [{ block: [{}] }],
          statement: [{ geo_match_statement: [{ country_codes: ['AQ'] }] }],
        },
      ],
    },
    {
      name: 'g',
      scope: 'REGIONAL',
      rule: [
        {
          name: 'r',
          priority: 1,
          action: [{ count: [{}] }],
          statement: [{ geo_match_statement: [{ country_codes: ['AQ'] }] }],
        },
      ],
    },
  ),
  'aws_wafv2_web_acl_association waf-removed': pair(
    { resource_arn: arn(OWN, 'cognito-idp', 'userpool/p'), web_acl_arn: 'w' },
    null,
  ),
  'aws_wafv2_web_acl_association waf-weaker': pair(
    { resource_arn: arn(OWN, 'cognito-idp', 'userpool/p'), web_acl_arn: 'w' },
    { resource_arn: arn(OWN, 'cognito-idp', 'userpool/p'), web_acl_arn: 'x' },
  ),
  'aws_alb_listener load-balancer-guard-lost': pair(
    { protocol: 'HTTPS', mutual_authentication: [{ mode: 'verify' }] },
    { protocol: 'HTTPS', mutual_authentication: [{ mode: 'off' }] },
  ),
};
