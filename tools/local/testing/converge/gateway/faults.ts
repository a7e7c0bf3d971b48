import { type Fault } from '../fault';

const v2 = (name: string): string => `aws_apigatewayv2_${name}`;
const NONE = 'none found';
const WRITTEN = 'always written';
const ANOTHER = 'makes another integration';

const kept = (argument: string, what: string, ours = WRITTEN): Fault => ({
  argument,
  kind: 'left out',
  found: 'kept',
  what,
  report: NONE,
  ours,
});

/** Of HTTP APIs: every argument that ever failed, whether we work around it or not. */
export const httpFaults: readonly Fault[] = [
  {
    argument: v2('integration.response_parameters.mappings'),
    kind: 'another value',
    when: 'back',
    found: 'in two deploys',
    what: 'the first deploy takes the changed answer away, the second makes it',
    report: NONE,
    ours: ANOTHER,
  },
  {
    argument: v2('integration.credentials_arn'),
    kind: 'another value',
    found: 'refused',
    what: 'of an integration with an AWS service, as any other change of it: the provider leaves out its parameters',
    report:
      '[22647](https://github.com/hashicorp/terraform-provider-aws/issues/22647), [50061](https://github.com/hashicorp/terraform-provider-aws/issues/50061)',
    ours: ANOTHER,
  },
  {
    argument: v2('integration.tls_config.server_name_to_verify'),
    kind: 'left out',
    found: 'planned again',
    what: 'an empty block is planned for ever',
    report: NONE,
    ours: 'no block without a name',
  },
  kept(v2('integration.timeout_milliseconds'), 'the timeout stays'),
  kept(v2('authorizer.authorizer_result_ttl_in_seconds'), 'answers are remembered as long as before'),
  kept(v2('api.ip_address_type'), 'the type of addresses stays'),
  kept(v2('domain_name.domain_name_configuration.ip_address_type'), 'the type of addresses stays'),
  kept(
    v2('domain_name.domain_name_configuration.ownership_verification_certificate_arn'),
    'the certificate stays',
    'nothing: it is asked for when the domain is made',
  ),
];

/** Of REST APIs by resources. */
export const restFaults: readonly Fault[] = [
  {
    argument: 'aws_api_gateway_method_response.status_code',
    kind: 'another value',
    found: 'refused',
    what: 'the provider updates the answer of the new status, which is not there',
    report: NONE,
    ours: 'one OpenAPI body has no such resource; by resources `terraform apply -replace=<address>` makes the answer anew',
  },
  {
    argument: 'aws_api_gateway_integration.tls_config',
    kind: 'left out',
    found: 'planned again',
    what: 'the block is planned to go for ever',
    report: NONE,
    ours: 'write `insecureSkipVerification: false` instead of taking it out',
  },
  {
    argument: 'aws_api_gateway_integration.credentials',
    kind: 'left out',
    when: 'back',
    found: 'in two deploys',
    what: 'the first deploy makes another integration without the role, the second gives it the role',
    report: NONE,
    ours: 'nothing: deploy again',
  },
  kept('aws_api_gateway_integration.passthrough_behavior', 'what passes stays'),
  kept('aws_api_gateway_integration.cache_namespace', 'the namespace stays', 'nothing: name another'),
  kept('aws_api_gateway_rest_api.binary_media_types', 'the types stay'),
  kept('aws_api_gateway_rest_api.description', 'the text stays', "nothing: write `description: ''`"),
  kept('aws_api_gateway_rest_api.minimum_compression_size', 'compression stays'),
];

const settings = [
  'cache_data_encrypted',
  'cache_ttl_in_seconds',
  'caching_enabled',
  'logging_level',
  'metrics_enabled',
];

/** Of REST APIs by one OpenAPI body, and of stages. */
export const bodyFaults: readonly Fault[] = [
  kept('aws_api_gateway_api_key.value', 'the value stays', 'nothing: another key has another construct id'),
  ...settings.map((name) => kept(`aws_api_gateway_method_settings.settings.${name}`, 'the setting stays')),
  kept('aws_api_gateway_rest_api.endpoint_configuration', 'the endpoint and the type of addresses stay'),
  kept('aws_api_gateway_rest_api.endpoint_configuration.ip_address_type', 'the type of addresses stays'),
  {
    argument: 'aws_api_gateway_base_path_mapping.domain_name_id',
    kind: 'left out',
    found: 'planned again',
    what: 'of a private domain: planned to go for ever',
    report: NONE,
    ours: 'always written',
  },
  {
    argument: 'aws_api_gateway_stage.cache_cluster_size',
    kind: 'left out',
    found: 'planned again',
    what: 'of a stage with a cache: planned for ever',
    report: NONE,
    ours: 'a cache has a size',
  },
];
