import type { Role, Unknown } from '../../model';
import { allowing } from '../../iam/allowing';
import { COMMERCIAL_IDENTITY_POOLS } from '../../iam/identity-pools';
import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const GOVCLOUD = 'arn:aws-us-gov:';

export const govcloudIdentityPoolRole = refusalRule({
  id: 'govcloud-identity-pool-role',
  severity: 'high',
  title: 'Role for identity pools of another partition',
  why: 'In the AWS GovCloud regions, identity pools are the principal cognito-identity-us-gov.amazonaws.com (West) or cognito-identity.us-gov-east-1.amazonaws.com (East); a role that trusts cognito-identity.amazonaws.com cannot be assumed by them.',
  remediation: 'Trust the principal of the region, in the conditions too.',
  page: 'https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html',
  find: ({ roles }) =>
    violations(
      'role',
      roles.filter((role) => trustsIdentityPools(role) && arnsOf(role).some((arn) => arn.startsWith(GOVCLOUD))),
      'Identity pools in GovCloud cannot assume it, because it trusts those of the commercial regions.',
    ),
});

const trustsIdentityPools = ({ trust }: Role<Unknown>): boolean =>
  allowing(trust).some(({ principals }) => knownItems(principals).includes(COMMERCIAL_IDENTITY_POOLS));

/** Only ARNs tell which partition a role is in. */
const arnsOf = ({ arn, permissionsBoundary, managedPolicyArns, policies }: Role<Unknown>): readonly string[] =>
  [
    arn,
    permissionsBoundary,
    ...knownItems(managedPolicyArns),
    ...policies.flatMap(({ statements }) => allowing(statements).flatMap(({ resources }) => knownItems(resources))),
  ].filter((each) => typeof each === 'string');
