import { arnParts } from '../arn-parts';
import { refusalRule } from '../../findings/rule';
import { webAclViolations } from '../../findings/named-violations';

export const webAclOfAnotherRegion = refusalRule({
  id: 'web-acl-of-another-region',
  severity: 'high',
  title: 'Web ACL of another region',
  why: 'User pools, stages of REST APIs and load balancers take regional web ACLs of their own region. One with the scope CLOUDFRONT is for CloudFront alone.',
  remediation: 'Name a web ACL with the scope REGIONAL of the region of what it is in front of.',
  page: 'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html',
  find: ({ webAcls }) =>
    webAclViolations(webAcls, ({ webAclArn, region: own }) => {
      const { service, region = '', resource = '' } = arnParts(webAclArn) ?? {};
      if (service !== 'wafv2') return undefined;
      if (resource.startsWith('global/')) return { message: 'AWS WAF refuses a web ACL for CloudFront.' };
      return {
        when: own !== undefined && region !== own,
        message: `AWS WAF refuses a web ACL of ${region} in ${own}.`,
        after: region,
      };
    }),
});
