import { place } from '../../testing';
import { catalogue } from '../catalogue';
import { deriveRights } from './index';

describe('a pool that sends by SES and SNS', () => {
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'cognito-idp.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  };
  const publish = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 'sns:Publish', Resource: '*' },
      { Effect: 'Deny', Action: 'sns:Publish', Resource: 'arn:${data.aws_partition.cognito.partition}:sns:*:*:*' },
    ],
  };
  const { problems, rights } = deriveRights(
    [
      {
        name: 'dev-identity',
        content: {
          resource: {
            aws_cognito_user_pool: {
              users: { name: 'acme-dev-users', email_configuration: { email_sending_account: 'DEVELOPER' } },
            },
            aws_iam_role: { users_sms: { name: 'acme-dev-users-sms', assume_role_policy: JSON.stringify(trust) } },
            aws_iam_role_policy: { users_sms: { policy: JSON.stringify(publish) } },
            aws_sesv2_email_identity: { mail: { email_identity: 'example.com' } },
            aws_sesv2_configuration_set: { mail: { configuration_set_name: 'example-com' } },
          },
        },
      },
    ],
    place,
    catalogue,
  );

  it('takes the identity and the configuration set that it names, and the role that Cognito sends with', () => {
    expect(problems).toEqual([]);
    expect(rights.types).toContain('aws_cognito_user_pool.email_configuration');
    expect(rights.values).toEqual({
      'aws_sesv2_configuration_set.configuration_set_name': ['example-com'],
      'aws_sesv2_email_identity.email_identity': ['example.com'],
    });
  });

  it('hands its role for SMS over to Cognito, which may publish with it', () => {
    expect(rights.passedTo).toEqual(['cognito-idp.amazonaws.com']);
    expect(rights.boundary).toEqual([{ actions: ['sns:Publish'], resources: ['*'] }]);
  });
});
