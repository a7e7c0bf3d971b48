import { losesApiKey } from '../../access/loosened';
import { byOther, changedCalls } from '../answered';
import { differenceRule } from '../../findings/rule';
import { isPublic } from '../../access/route';

export const apiKeyNotRequired = differenceRule({
  id: 'api-key-not-required',
  severity: 'medium',
  title: 'API key no longer required',
  why: 'Usage plans count and limit calls by API key: without a key, no limit holds for a single caller.',
  remediation: 'Require the key again, or limit the route in another way.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  find: ({ routes }) =>
    changedCalls(routes, (calls) => ({
      when: losesApiKey(calls.was, calls.now),
      message: `${isPublic(calls.now) ? calls.now.api.anyone : 'Everyone who passes the authorizer'} can call ${calls.title}${byOther(calls)} without an API key, bypassing every usage plan.`,
      before: 'key required',
      after: 'no key',
    })),
});
