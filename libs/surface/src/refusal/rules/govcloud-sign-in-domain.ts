import { arnParts } from '../arn-parts';
import { GOVCLOUD, partitionOf } from '../partition';
import { refusalRule } from '../../findings/rule';
import { domainViolations } from '../../findings/named-violations';

export const govcloudSignInDomain = refusalRule({
  id: 'govcloud-sign-in-domain',
  severity: 'high',
  title: 'Own sign-in domain in GovCloud',
  why: 'In the AWS GovCloud regions, sign-in pages have a Cognito domain; a domain of your own is not offered.',
  remediation:
    'Give the domain a prefix (domain without certificate_arn); pages are then at <prefix>.auth-fips.<region>.amazoncognito.com.',
  page: 'https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html',
  find: ({ userPoolDomains }) =>
    domainViolations(
      userPoolDomains.filter(
        ({ certificateArn, region }) =>
          certificateArn !== undefined &&
          (region === undefined ? arnParts(certificateArn)?.partition : partitionOf(region)) === GOVCLOUD,
      ),
      'Cognito refuses a domain of your own in GovCloud.',
    ),
});
