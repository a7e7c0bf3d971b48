import type { Policy, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { postureRule, type Violation } from '../../findings/rule';
import { publicRoutes } from '../../access/access';
import { isPrivate } from '../../access/api';
import type { Route } from '../../access/route';
import { optional } from '../../optional';

export const publicRoute = postureRule({
  id: 'public-route',
  severity: 'critical',
  title: 'A route that anyone may call, and nobody says why',
  why: 'A route without authorization answers whoever calls it. With Auth.public the code gives the reason, and the finding is only kept in view.',
  remediation: 'Guard it (Auth.idToken, Auth.accessToken), or say why it is open: Auth.public("why").',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  replaces: ['cdk-nag APIG4', 'cdk-nag COG4', 'CKV_AWS_59', 'CKV_AWS_309', 'CKV2_AWS_70'],
  find: (surface) =>
    publicRoutes(surface)
      .filter(isForEveryone)
      .map((route) => open(route, route.title, circumstancesOf(route))),
});

/** With an API key, as a WebSocket or as a function URL it is another rule's; a preflight comes without a token. */
function isForEveryone({ kind, api, method, title, apiKeyRequired, preflight }: Route): boolean {
  if (kind === 'rest') return method !== undefined && apiKeyRequired === false && !preflight;
  return api.kind === 'HTTP' && (api.api.protocol === 'HTTP' || /^[A-Z]+ \//.test(title)) && kind === 'http';
}

const circumstancesOf = ({ api, method, publicReason }: Route): Circumstances => ({
  ...optional('publicReason', publicReason),
  preflight: method === 'OPTIONS',
  limited: api.kind === 'REST' && (isPrivate(api.api) || mayRestrict(api.api.policy)),
});

interface Circumstances {
  readonly publicReason?: string;
  readonly preflight: boolean;
  /** A private endpoint, or a resource policy that may keep strangers out. */
  readonly limited: boolean;
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
