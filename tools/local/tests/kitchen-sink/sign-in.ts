import { type Behaviour } from './behaviour';
import { addUser, withPassword } from './people';

export const signInBehaviours: readonly Behaviour[] = [
  {
    name: 'a person signs in with a password, and the device gets a key',
    prove: async (sink) => {
      const { AuthenticationResult } = await withPassword(sink, await addUser(sink));
      expect(AuthenticationResult).toMatchObject({
        TokenType: 'Bearer',
        NewDeviceMetadata: { DeviceKey: expect.stringMatching(/^eu-west-1_/) as unknown },
      });
    },
  },
  {
    name: 'plan, threat protection, recovery, password history and risks are those of the pool',
    prove: async (sink) => {
      const UserPoolId = sink.text('user_pool_id');
      const { UserPool } = await sink.aws.idp('DescribeUserPool', { UserPoolId });
      expect(UserPool).toMatchObject({
        UserPoolTier: 'PLUS',
        UserPoolAddOns: {
          AdvancedSecurityMode: 'ENFORCED',
          AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' },
        },
        AccountRecoverySetting: {
          RecoveryMechanisms: expect.arrayContaining([
            { Name: 'verified_phone_number', Priority: 1 },
            { Name: 'verified_email', Priority: 2 },
          ]) as unknown,
        },
        Policies: { PasswordPolicy: { MinimumLength: 14, PasswordHistorySize: 5 } },
      });
      const ClientId = sink.text('app_client_id');
      const risks = async (more: object = {}) =>
        (await sink.aws.idp('DescribeRiskConfiguration', { UserPoolId, ...more })).RiskConfiguration as object;
      expect(await risks()).toMatchObject({
        AccountTakeoverRiskConfiguration: { Actions: { HighAction: { EventAction: 'BLOCK', Notify: true } } },
        RiskExceptionConfiguration: { BlockedIPRangeList: ['192.0.2.0/24'] },
      });
      expect(await risks({ ClientId })).toMatchObject({
        CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'NO_ACTION' } },
      });
    },
  },
];
