import { type Behaviour } from './behaviour';

export const pagesBehaviours: readonly Behaviour[] = [
  {
    name: 'the domain of our own has its URLs, and the prefix has one',
    prove: async (sink) => {
      const host = 'https://auth.sink.example.com';
      const pool = `https://cognito-idp.eu-west-1.amazonaws.com/${sink.text('user_pool_id')}`;
      expect(sink.outputs['own_domain']).toEqual({
        baseUrl: host,
        authorizeUrl: `${host}/oauth2/authorize`,
        tokenUrl: `${host}/oauth2/token`,
        userInfoUrl: `${host}/oauth2/userInfo`,
        logoutUrl: `${host}/logout`,
        jwksUrl: `${pool}/.well-known/jwks.json`,
        target: expect.stringMatching(/\.cloudfront\.net$/) as unknown,
        signInUrl: `${host}/login?client_id=${sink.text('styled_client_id')}&response_type=code&redirect_uri=https%3A%2F%2Fapp.example.com%2Fback`,
      });
      expect(sink.text('prefix_token_url')).toBe('https://kitchen-sink.auth.eu-west-1.amazoncognito.com/oauth2/token');
    },
  },
  {
    name: 'the domain of our own has an issued certificate of us-east-1, and its name points to the pages',
    prove: async (sink) => {
      const Domain = 'auth.sink.example.com';
      const { DomainDescription } = await sink.aws.idp('DescribeUserPoolDomain', { Domain });
      const { CertificateArn } = DomainDescription.CustomDomainConfig as { CertificateArn: string };
      expect(CertificateArn).toMatch(/^arn:aws:acm:us-east-1:/);
      const value = DomainDescription.CloudFrontDistribution as string;
      expect(await sink.records()).toContainEqual({ name: `${Domain}.`, type: 'A', value });
    },
  },
  {
    name: 'one domain shows managed login, the other the classic pages in the style of the pool',
    prove: async (sink) => {
      const version = async (Domain: string) =>
        (await sink.aws.idp('DescribeUserPoolDomain', { Domain })).DomainDescription.ManagedLoginVersion as number;
      expect([await version('auth.sink.example.com'), await version('kitchen-sink')]).toEqual([2, 1]);
      const UserPoolId = sink.text('user_pool_id');
      const css = async (ClientId?: string) =>
        (await sink.aws.idp('GetUICustomization', { UserPoolId, ClientId })).UICustomization.CSS as string;
      expect(await css()).toContain('#205030');
      expect(await css(sink.text('styled_client_id'))).toContain('padding: 0');
    },
  },
];
