import type { Policy, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { postureRule, type Violation } from '../../findings/rule';
import { isPrivate, routeName, unguardedHttpRoutes, unguardedRoutes } from '../routes';

export const publicRoute = postureRule({
  id: 'public-route',
  severity: 'critical',
  title: 'A route that anyone may call, and nobody says why',
  why: 'A route without authorization answers whoever calls it. With Auth.public the code gives the reason, and the finding is only kept in view.',
  remediation: 'Guard it (Auth.idToken, Auth.accessToken), or say why it is open: Auth.public("why").',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  replaces: ['cdk-nag APIG4', 'cdk-nag COG4', 'CKV_AWS_59', 'CKV_AWS_309', 'CKV2_AWS_70'],
  find: ({ apis, httpApis }) => [
    ...unguardedRoutes(apis).flatMap(({ api, route }): Violation[] => {
      const { method, integration, apiKeyRequired, publicReason } = route;
      if (isUnknown(method) || apiKeyRequired !== false) return [];
      const type = integration?.type;
      const preflight = method === 'OPTIONS';
      // A browser sends a preflight without a token; API Gateway's own answer to it tells nothing.
      if (preflight && (type === undefined || type === 'MOCK' || isUnknown(type))) return [];
      const limited = isPrivate(api) || mayRestrict(api.policy);
      return [open(route, routeName(route), { publicReason, preflight, limited })];
    }),
    ...unguardedHttpRoutes(httpApis).flatMap(({ api, route, routeKey }): Violation[] => {
      const ofHttp = isUnknown(api.protocol) ? /^[A-Z]+ \//.test(routeKey) : api.protocol === 'HTTP';
      return ofHttp ? [open(route, routeKey, { preflight: routeKey.startsWith('OPTIONS ') })] : [];
    }),
  ],
});

interface Circumstances {
  readonly publicReason?: string;
  readonly preflight: boolean;
  /** A private endpoint, or a resource policy that may keep strangers out. */
  readonly limited?: boolean;
}

function open(at: Violation['at'], subject: string, found: Circumstances): Violation {
  const { publicReason, preflight, limited } = found;
  if (publicReason !== undefined) {
    return {
      at,
      subject,
      severity: 'expected',
      message: `Anyone may call it, which is meant: "${publicReason}".`,
    };
  }
  if (preflight) {
    return { at, subject, severity: 'medium', message: 'Anyone’s preflight runs the code behind it.' };
  }
  return limited
    ? { at, subject, severity: 'high', message: 'Only the network or the resource policy keeps callers out.' }
    : { at, subject, message: 'Anyone on the internet may call it.' };
}

/** What is written but not known yet may restrict; what only the provider will tell was not written. */
function mayRestrict(policy: Policy<Unknown> | undefined): boolean {
  if (policy === undefined) return false;
  if (isUnknown(policy)) return policy.references !== undefined;
  return policy.some(({ effect, principals, conditions }) => {
    if (effect !== 'Allow') return true;
    const forEveryone = !isUnknown(principals) && principals.includes('*');
    return !forEveryone || isUnknown(conditions) || conditions.length > 0;
  });
}
