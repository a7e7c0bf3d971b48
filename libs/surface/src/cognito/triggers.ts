import type { Unknown, UserPool } from '../model';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import type { Resource } from '../terraform/resource';

export function readTriggers(pool: Resource): UserPool<Unknown>['triggers'] {
  const config = pool.block('lambda_config');
  if (!config) return {};
  const named = [
    'pre_sign_up',
    'post_confirmation',
    'pre_authentication',
    'post_authentication',
    'pre_token_generation',
    'define_auth_challenge',
    'create_auth_challenge',
    'verify_auth_challenge_response',
    'user_migration',
    'custom_message',
  ].map((trigger) => [trigger, config.text(trigger)] as const);
  const versioned = (['pre_token_generation_config', 'custom_email_sender', 'custom_sms_sender'] as const).map(
    (block) => [block.replace(/_config$/, ''), config.block(block)?.text('lambda_arn')] as const,
  );
  const triggers: Record<string, string | Unknown> = {};
  for (const [trigger, arn] of [...named, ...versioned]) {
    if (arn === undefined || !isUnknown(triggers[trigger] ?? unknown())) continue;
    // The provider calls it computed as long as nobody writes it.
    if (trigger === 'pre_token_generation' && isUnknown(arn) && !arn.references && !arn.sensitive) continue;
    triggers[trigger] = arn;
  }
  return triggers;
}

/** Of both arguments that set it. */
export function readPreToken(pool: Resource): UserPool<Unknown>['preToken'] {
  const config = pool.blockOrEmpty('lambda_config');
  const configured = config.block('pre_token_generation_config');
  return {
    version: configured?.text('lambda_version', 'V1_0') ?? 'V1_0',
    ...optional('legacyArn', config.text('pre_token_generation')),
    ...optional('arn', configured?.text('lambda_arn')),
  };
}
