import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import type { Found } from '../../findings/violations';

export const wafRemoved = differenceRule({
  id: 'waf-removed',
  severity: 'high',
  title: 'Web ACL removed',
  why: 'A web ACL stops floods of sign-in attempts, bots and known attacks before they reach the API.',
  remediation: 'Associate the web ACL again.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html',
  sameFactAs: ['no-waf'],
  find: ({ stages, userPools, before, after }) => {
    // Resources that are not part of the surface, by their ARN: load balancers, things of another stack.
    const still = new Set(after.webAcls.map(({ resourceArn }) => resourceArn));
    const elsewhere = before.webAcls.filter(
      ({ resource, resourceArn }) =>
        resource === undefined && typeof resourceArn === 'string' && !still.has(resourceArn),
    );
    return [
      ...changed('stage', stages, (was, now) => withoutWebAcl(was, now, `requests to ${now.api.name}`)),
      ...changed('user pool', userPools, (was, now) => withoutWebAcl(was, now, 'sign-in requests')),
      ...elsewhere.map((association) => ({
        at: association,
        subject: String(association.resourceArn),
        ...unprotected(`requests to ${association.resourceArn}`),
      })),
    ];
  },
});

interface Guarded {
  readonly webAclArn?: unknown;
}

const withoutWebAcl = (before: Guarded, after: Guarded, what: string): Found => ({
  when: before.webAclArn !== undefined && after.webAclArn === undefined,
  ...unprotected(what),
});

const unprotected = (what: string) => ({
  message: `Anyone can send ${what} without a web ACL in between.`,
  before: 'web ACL',
  after: 'none',
});
