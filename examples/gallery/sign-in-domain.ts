import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { DomainCertificate, UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** The sign-in pages are at auth.acme.example, whose zone is ours. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  const provider = new AwsProvider(stack, 'us', { alias: 'us', region: 'us-east-1' });
  const place = { domainName: 'auth.acme.example', hostedZoneId: 'Z0123456789ABCDEFGHIJ' };
  const { certificateArn } = new DomainCertificate(stack, 'certificate', { ...place, provider });
  users.addDomain('domain', { ...place, certificateArn });
};
