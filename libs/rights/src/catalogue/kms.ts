import { arn, type Grant, named, of, reads, type Service, type TypeRights } from './type-rights';

const kms = (actions: string) => of('kms', actions);

/** KMS chooses a key's id, so its tag says whose it is. */
const keys = arn('kms', 'key/*');
const aliases = arn('kms', 'alias/{prefix}*');

const usedBy = (service: string, attribute: string, does: Omit<Grant, 'on' | 'when'>): TypeRights => ({
  values: [attribute],
  // Those of the environment, and of others that stacks name by their ARN.
  grants: [{ on: [keys, `{=${attribute}}`], ...does, when: `via ${service}` }],
});

/** A service keeps a grant to use the key later, when nobody asks. */
const granted = kms('CreateGrant Decrypt DescribeKey Encrypt GenerateDataKey');

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html */
export const keyManagement: Service = {
  group: 'secrets',
  types: {
    aws_kms_key: {
      arn: keys,
      grants: [
        { on: ['*'], create: kms('CreateKey'), when: 'tagged' },
        {
          on: [keys],
          read: kms('DescribeKey GetKeyPolicy GetKeyRotationStatus ListResourceTags'),
          create: kms('TagResource'),
          change: kms(
            'DisableKey DisableKeyRotation EnableKey EnableKeyRotation PutKeyPolicy UntagResource UpdateKeyDescription',
          ),
          delete: kms('ScheduleKeyDeletion'),
        },
      ],
    },
    aws_kms_key_policy: { grants: [{ on: [keys], read: kms('GetKeyPolicy'), change: kms('PutKeyPolicy') }] },
    aws_kms_alias: {
      ...named('name', 'alias/{prefix}'),
      grants: [
        // AWS takes no narrower resource for the list.
        { on: ['*'], read: kms('ListAliases') },
        {
          on: [aliases, keys],
          create: kms('CreateAlias'),
          change: kms('UpdateAlias'),
          delete: kms('DeleteAlias'),
        },
      ],
    },
    aws_kms_grant: {
      grants: [
        { on: [keys], read: kms('ListGrants'), create: kms('CreateGrant'), delete: kms('RetireGrant RevokeGrant') },
      ],
    },
    // What Terraform asks of a key that a resource is encrypted with. Queues, topics, buckets and log groups ask nothing of it.
    // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
    'aws_lambda_function.kms_key_arn': usedBy('lambda', 'kms_key_arn', {
      read: kms('Decrypt'),
      create: kms('CreateGrant Encrypt'),
    }),
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
    'aws_dynamodb_table.server_side_encryption': {
      grants: [{ on: [keys], create: granted, when: 'via dynamodb' }],
    },
    // https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-sender-triggers.html#enable-custom-sender-lambda-trigger
    'aws_cognito_user_pool.lambda_config.kms_key_id': { grants: [{ on: [keys], create: kms('CreateGrant') }] },
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
    'aws_secretsmanager_secret.kms_key_id': usedBy('secretsmanager', 'kms_key_id', {
      read: kms('Decrypt'),
      create: kms('GenerateDataKey'),
    }),
    // https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html
    'aws_ssm_parameter.key_id': usedBy('ssm', 'key_id', { read: kms('Decrypt'), create: kms('Encrypt') }),
    'data.aws_kms_key': reads(kms('DescribeKey'), keys),
    'data.aws_kms_alias': {
      grants: [
        { on: ['*'], read: kms('ListAliases') },
        { on: [keys], read: kms('DescribeKey') },
      ],
    },
  },
};
