import { losesApiKey } from '../../access/loosened';
import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { isPublic } from '../../access/route';

export const apiKeyNotRequired = differenceRule({
  id: 'api-key-not-required',
  severity: 'medium',
  title: 'A route no longer asks for an API key',
  why: 'Usage plans count and limit calls by API key: without one, nothing holds a single caller back.',
  remediation: 'Ask for the key again, or limit the route in another way.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  find: ({ routes }) =>
    both(routes).flatMap(({ before, after }) =>
      losesApiKey(before, after)
        ? [
            {
              at: after,
              subject: after.title,
              message: `${isPublic(after) ? after.api.anyone : 'Everyone whom the authorizer lets in'} can call ${after.title} without an API key, so past every usage plan.`,
              before: 'key required',
              after: 'no key',
            },
          ]
        : [],
    ),
});
