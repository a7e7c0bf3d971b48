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
  title: 'Public route',
  why: 'A route without authorization answers everyone who calls it. With Auth.public the code gives the reason, and the finding is only kept in view.',
  remediation:
    'Give the route an authorizer or AWS_IAM. If it must be public, say why with Auth.public("why"), or acknowledge the finding.',
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
  /** A private endpoint, or a resource policy that may keep others out. */
  readonly limited: boolean;
}

function open(at: Violation['at'], subject: string, found: Circumstances): Violation {
  const { publicReason, preflight, limited } = found;
  if (publicReason !== undefined) {
    return {
      at,
      subject,
      severity: 'expected',
      message: `Anyone on the internet can call it, as intended: "${publicReason}".`,
    };
  }
  if (preflight) {
    return {
      at,
      subject,
      severity: 'medium',
      message: 'Anyone on the internet can run its backend with a preflight request.',
    };
  }
  return limited
    ? {
        at,
        subject,
        severity: 'high',
        message: 'Everyone whom the network or the resource policy lets through can call it.',
      }
    : { at, subject, message: 'Anyone on the internet can call it.' };
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
