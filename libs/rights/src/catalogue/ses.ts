import { arn, of, type Service } from './type-rights';

const ses = (actions: string) => of('ses', actions);

/** The identities and configuration sets that stacks name, and no others. */
const identity = arn('ses', 'identity/{=email_identity}');
const configurationSet = arn('ses', 'configuration-set/{=configuration_set_name}');

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html */
export const simpleEmail: Service = {
  group: 'edge',
  types: {
    aws_sesv2_email_identity: {
      values: ['email_identity'],
      grants: [
        {
          on: [identity],
          read: ses('GetEmailIdentity ListTagsForResource'),
          create: ses('CreateEmailIdentity TagResource'),
          change: ses('PutEmailIdentityConfigurationSetAttributes PutEmailIdentityDkimSigningAttributes UntagResource'),
          delete: ses('DeleteEmailIdentity'),
        },
      ],
    },
    aws_sesv2_email_identity_policy: {
      values: ['email_identity'],
      grants: [
        {
          on: [identity],
          read: ses('GetEmailIdentityPolicies'),
          create: ses('CreateEmailIdentityPolicy'),
          change: ses('UpdateEmailIdentityPolicy'),
          delete: ses('DeleteEmailIdentityPolicy'),
        },
      ],
    },
    aws_sesv2_configuration_set: {
      values: ['configuration_set_name'],
      grants: [
        {
          on: [configurationSet],
          read: ses('GetConfigurationSet ListTagsForResource'),
          create: ses('CreateConfigurationSet TagResource'),
          change: ses(
            'PutConfigurationSetDeliveryOptions PutConfigurationSetReputationOptions PutConfigurationSetSendingOptions UntagResource',
          ),
          delete: ses('DeleteConfigurationSet'),
        },
      ],
    },
    // AWS takes no narrower resource.
    aws_ses_domain_identity_verification: {
      grants: [{ on: ['*'], read: ses('GetIdentityVerificationAttributes') }],
    },
  },
};
