import type { MessageTemplate, Unknown, UserPool } from '../model';
import { isUnknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import type { Values } from '../terraform/values';

export function readEmail(pool: Resource, catalog: Catalog): UserPool<Unknown>['email'] {
  const email = pool.blockOrEmpty('email_configuration');
  return {
    account: email.text('email_sending_account', 'COGNITO_DEFAULT'),
    ...optional('from', email.text('from_email_address')),
    ...optional('replyTo', email.text('reply_to_email_address')),
    ...readSender(pool, email, catalog),
  };
}

/** The SES identity of a block with a `source_arn`. */
export function readSender(
  of: Resource,
  block: Values,
  catalog: Catalog,
): Pick<UserPool<Unknown>['email'], 'identity' | 'identityName' | 'sourceArn'> {
  const sourceArn = block.text('source_arn');
  const identity = catalog.target(of, sourceArn, 'aws_sesv2_email_identity', 'arn');
  return {
    ...optional('sourceArn', sourceArn),
    ...optional('identity', identity?.address),
    ...optional('identityName', identity?.text('email_identity')),
  };
}

/** The texts that are written; Cognito has its own for the others. */
export function readMessages(pool: Resource): (MessageTemplate<Unknown> | Unknown)[] {
  const invitation = pool.blockOrEmpty('admin_create_user_config').blockOrEmpty('invite_message_template');
  return [
    ...textsOf(pool, '', 'sms_authentication_message', 'email_verification_message', 'sms_verification_message'),
    ...textsOf(
      pool.blockOrEmpty('verification_message_template'),
      'verification_message_template.',
      'email_message',
      'email_message_by_link',
      'sms_message',
    ),
    ...textsOf(invitation, 'invite_message_template.', 'email_message', 'sms_message'),
    ...textsOf(pool.blockOrEmpty('email_mfa_configuration'), 'email_mfa_configuration.', 'message'),
  ];
}

const textsOf = (values: Values, block: string, ...names: readonly string[]) =>
  names.flatMap((name): (MessageTemplate<Unknown> | Unknown)[] => {
    const text = values.text(name);
    if (text === undefined) return [];
    // Nobody wrote it: the provider tells later whether there is one.
    return [isUnknown(text) && !text.references && !text.sensitive ? text : { argument: `${block}${name}`, text }];
  });
