import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

export const wafRemoved = differenceRule({
  id: 'waf-removed',
  severity: 'high',
  title: 'Web ACL removed',
  why: 'A web ACL stops floods of sign-in attempts, bots and known attacks before they reach the API.',
  remediation: 'Associate the web ACL again.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html',
  sameFactAs: ['no-waf'],
  find: ({ stages, userPools, before, after }) => {
    const guarded = [
      ...both(stages).map((pair) => ({
        ...pair,
        subject: `stage ${nameOf(pair.after.name, pair.after)}`,
        what: `requests to ${pair.after.api.name}`,
      })),
      ...both(userPools).map((pair) => ({
        ...pair,
        subject: `user pool ${nameOf(pair.after.name, pair.after)}`,
        what: 'sign-in requests',
      })),
    ].filter((each) => each.before.webAclArn !== undefined && each.after.webAclArn === undefined);
    // Resources that are not part of the surface, by their ARN: load balancers, things of another stack.
    const still = new Set(after.webAcls.map(({ resourceArn }) => resourceArn));
    const elsewhere = before.webAcls.filter(
      ({ resource, resourceArn }) =>
        resource === undefined && typeof resourceArn === 'string' && !still.has(resourceArn),
    );
    return [
      ...guarded.map(({ after: now, subject, what }) => ({
        at: now,
        subject,
        message: `Anyone can send ${what} without a web ACL in between.`,
        before: 'web ACL',
        after: 'none',
      })),
      ...elsewhere.map((association) => ({
        at: association,
        subject: String(association.resourceArn),
        message: `Anyone can send requests to ${association.resourceArn} without a web ACL in between.`,
        before: 'web ACL',
        after: 'none',
      })),
    ];
  },
});
