import type { Policy, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { postureRule, type Violation } from '../../findings/rule';
import { publicRoutes } from '../../access/access';
import { isPrivate } from '../../access/api';
import type { Route } from '../../access/route';

export const publicRoute = postureRule({
  id: 'public-route',
  severity: 'critical',
  title: 'Public route',
  why: 'A route without authorization answers everyone who calls it. Where its author gives the reason in the code, the finding is only kept in view.',
  remediation: 'Give the route an authorizer or AWS_IAM. If it must be public, suppress the finding with the reason.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  replaces: ['cdk-nag APIG4', 'cdk-nag COG4', 'CKV_AWS_59', 'CKV_AWS_309', 'CKV2_AWS_70'],
  find: (surface) =>
    publicRoutes(surface)
      .filter(isForEveryone)
      .map((route) => ({ at: route, subject: route.title, ...inItsCircumstances(route) })),
});

/** With an API key, as a WebSocket or as a function URL it is another rule's; a preflight comes without a token. */
function isForEveryone({ kind, api, method, title, apiKeyRequired, preflight }: Route): boolean {
  if (kind === 'rest') return method !== undefined && apiKeyRequired === false && !preflight;
  return api.kind === 'HTTP' && (api.api.protocol === 'HTTP' || /^[A-Z]+ \//.test(title)) && kind === 'http';
}

/** What makes it milder is part of it: without that, it is another finding. */
function inItsCircumstances({ api, method, publicReason }: Route): Pick<Violation, 'message' | 'of' | 'severity'> {
  if (publicReason !== undefined) {
    const message = `Anyone on the internet can call it, as intended: "${publicReason}".`;
    return { severity: 'expected', message };
  }
  if (method === 'OPTIONS') {
    const message = 'Anyone on the internet can run its backend with a preflight request.';
    return { severity: 'medium', message, of: ['OPTIONS'] };
  }
  // A private endpoint, or a resource policy, may keep others out.
  if (api.kind === 'REST' && (isPrivate(api.api) || mayRestrict(api.api.policy))) {
    const message = 'Everyone whom the network or the resource policy lets through can call it.';
    return { severity: 'high', message, of: ['behind a private network or a resource policy'] };
  }
  return { message: 'Anyone on the internet can call it.' };
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
