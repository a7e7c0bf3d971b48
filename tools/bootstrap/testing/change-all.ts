import { readFileSync, writeFileSync } from 'node:fs';

type Arguments = Record<string, unknown>;

/** Another tag on everything, and something else of every kind of thing that our constructs make. */
export function changeAll(file: string): void {
  const config = JSON.parse(readFileSync(file, 'utf8')) as {
    provider: { aws: { default_tags: { tags: Record<string, string> }[] }[] };
    resource: Record<string, Record<string, Arguments>>;
  };
  config.provider.aws[0]!.default_tags[0]!.tags['Team'] = 'changed';
  for (const [type, named] of Object.entries(config.resource)) {
    for (const resource of Object.values(named)) {
      const change = changes[type];
      Object.assign(resource, typeof change === 'function' ? change(resource) : change);
    }
  }
  writeFileSync(file, JSON.stringify(config));
}

const changes: Readonly<Record<string, Arguments | ((resource: Arguments) => Arguments)>> = {
  aws_cloudwatch_log_group: { retention_in_days: 3 },
  aws_cloudwatch_log_metric_filter: { pattern: '{ $.status = 418 }' },
  aws_cloudwatch_metric_alarm: { threshold: 42 },
  aws_sns_topic: { display_name: 'changed' },
  aws_sns_topic_subscription: { endpoint: 'changed@example.com' },
  aws_lambda_function: { description: 'changed' },
  aws_iam_role: { description: 'changed' },
  aws_api_gateway_rest_api: { description: 'changed' },
  aws_api_gateway_stage: { cache_cluster_size: '1.6' },
  // Of its domain name only this and the tags: the provider waits for a minute after anything else.
  aws_api_gateway_base_path_mapping: { base_path: 'v2' },
  aws_cognito_user_pool: { password_policy: { minimum_length: 20 } },
  aws_cognito_user_pool_client: { access_token_validity: 7 },
  aws_cognito_identity_pool: { allow_unauthenticated_identities: false },
  aws_cognito_identity_pool_roles_attachment: ({ roles }) => ({
    roles: { authenticated: (roles as Record<string, string>)['authenticated'] },
  }),
  aws_wafv2_web_acl: ({ rule }) => ({ rule: (rule as Arguments[]).slice(1) }),
};
