import { source } from '../../testing/conformance';
import { type IdentityGap, identityGapsFrom } from './gap';
import { refusal } from './sign-in-kit';
import { makeUserPool } from './user-pool';

const gap = identityGapsFrom(makeUserPool);

/** Settings of a pool that nothing here acts on, and that Terraform must find again. */
export const poolSettings: IdentityGap[] = [
  gap(
    'SetRiskConfiguration: of the pool or of one client; what is not named is taken away',
    source.userPools('SetRiskConfiguration'),
    async (aws, { UserPoolId }) => {
      const CompromisedCredentialsRiskConfiguration = { EventFilter: ['SIGN_IN'], Actions: { EventAction: 'BLOCK' } };
      const RiskExceptionConfiguration = { BlockedIPRangeList: ['192.0.2.0/24'] };
      const describe = async (more: object = {}) =>
        (await aws.idp('DescribeRiskConfiguration', { UserPoolId, ...more })).RiskConfiguration;
      await aws.idp('SetRiskConfiguration', {
        UserPoolId,
        CompromisedCredentialsRiskConfiguration,
        RiskExceptionConfiguration,
      });
      await aws.idp('SetRiskConfiguration', { UserPoolId, ClientId: 'app', RiskExceptionConfiguration });
      expect(await describe()).toMatchObject({ CompromisedCredentialsRiskConfiguration, RiskExceptionConfiguration });
      expect(await describe({ ClientId: 'app' })).toMatchObject({ ClientId: 'app', RiskExceptionConfiguration });
      await aws.idp('SetRiskConfiguration', { UserPoolId, RiskExceptionConfiguration });
      expect(await describe()).not.toHaveProperty('CompromisedCredentialsRiskConfiguration');
    },
  ),
  gap(
    'SetUICustomization: of all clients or of one, and only with a domain',
    source.userPools('SetUICustomization'),
    async (aws, { UserPoolId }) => {
      const CSS = '.submitButton-customizable { color: #fff; }';
      const set = (more: object) => aws.idp('SetUICustomization', { UserPoolId, ...more });
      const find = async (ClientId?: string) =>
        (await aws.idp('GetUICustomization', { UserPoolId, ClientId })).UICustomization;
      await expect(set({ CSS })).rejects.toMatchObject(refusal('InvalidParameter'));
      await aws.idp('CreateUserPoolDomain', { UserPoolId, Domain: `styled-${UserPoolId!.slice(-6).toLowerCase()}` });
      expect(await find()).toEqual({});
      await set({ CSS });
      expect(await find('app')).toMatchObject({ ClientId: 'ALL', CSS });
      await set({ ClientId: 'app', ImageFile: 'bG9nbw==' });
      expect(await find('app')).toMatchObject({ ClientId: 'app', ImageUrl: expect.stringMatching(/^https:/) });
      await set({ ClientId: 'app' });
      expect(await find('app')).not.toHaveProperty('ImageUrl');
    },
  ),
  gap(
    'UpdateUserPoolDomain: keeps the certificate when it changes the version of the pages',
    source.userPools('UpdateUserPoolDomain'),
    async (aws, { UserPoolId }) => {
      const Domain = `auth.${UserPoolId!.slice(-6).toLowerCase()}.example.com`;
      const CustomDomainConfig = { CertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/1' };
      await aws.idp('CreateUserPoolDomain', { UserPoolId, Domain, CustomDomainConfig });
      await aws.idp('UpdateUserPoolDomain', { UserPoolId, Domain, ManagedLoginVersion: 2 });
      expect((await aws.idp('DescribeUserPoolDomain', { Domain })).DomainDescription).toMatchObject({
        CustomDomainConfig,
        ManagedLoginVersion: 2,
      });
    },
  ),
];
