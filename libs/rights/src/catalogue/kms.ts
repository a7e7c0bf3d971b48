import { arn, of, named, reads, type Service } from './type-rights';

const kms = (actions: string) => of('kms', actions);

/** KMS chooses a key's id, so its tag says whose it is. */
const keys = arn('kms', 'key/*');
const aliases = arn('kms', 'alias/{prefix}*');

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
    'data.aws_kms_key': reads(kms('DescribeKey'), keys),
    'data.aws_kms_alias': {
      grants: [
        { on: ['*'], read: kms('ListAliases') },
        { on: [keys], read: kms('DescribeKey') },
      ],
    },
  },
};
