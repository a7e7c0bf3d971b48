import { type EscalationSet } from './sets';

const ways: Readonly<Record<string, readonly string[]>> = {
  'choose the role of signed-in users and of guests': ['cognito-identity:SetIdentityPoolRoles'],
  'feed any input to functions, which run with their own roles': ['lambda:CreateEventSourceMapping'],
  'change how an extension acts in every stack': ['cloudformation:SetTypeConfiguration'],
  'let itself or others in, other accounts too': ['ecr:PutRegistryPolicy', 'logs:PutResourcePolicy'],
  'copy images elsewhere': ['ecr:PutReplicationConfiguration'],
  'copy logs elsewhere': ['logs:PutAccountPolicy'],
  'let bucket policies open buckets to everyone': ['s3:PutAccountPublicAccessBlock'],
  'leave new disks without encryption': ['ec2:DisableEbsEncryptionByDefault'],
  'let users have weak passwords': ['iam:UpdateAccountPasswordPolicy', 'iam:DeleteAccountPasswordPolicy'],
  'take a domain away': [
    ...['route53domains:TransferDomainToAnotherAwsAccount', 'route53domains:UpdateDomainNameservers'],
    ...['route53domains:DisableDomainTransferLock', 'route53domains:DeleteDomain'],
  ],
};

/** Rights over the account as a whole: they know no resource, so AWS gives them where any is allowed. */
export const setsOfAccount: readonly EscalationSet[] = Object.entries(ways).flatMap(([gives, actions]) =>
  actions.map((action) => ({ name: action, gives, needs: [action], onAny: 'any-one' })),
);
