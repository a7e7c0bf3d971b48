import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

export const wafRemoved = differenceRule({
  id: 'waf-removed',
  severity: 'high',
  title: 'No web ACL looks at requests any more',
  why: 'A web ACL is what turns away floods of sign-in attempts, bad bots and known attacks before they reach anything.',
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
        message: `No web ACL looks at ${what} any more.`,
        before: 'web ACL',
        after: 'none',
      })),
      ...elsewhere.map((association) => ({
        at: association,
        subject: String(association.resourceArn),
        message: `No web ACL looks at requests to ${association.resourceArn} any more.`,
        before: 'web ACL',
        after: 'none',
      })),
    ];
  },
});
