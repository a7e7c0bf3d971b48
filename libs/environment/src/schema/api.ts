import { formats, logRetentionDays, parseOrigin } from '@gatehouse/checks';
import { z } from 'zod';
import { cache } from './cache';
import { domain } from './domain';
import { checkedText, choice, flag, formatted, list, object, oneOf, text, whole } from './fields';
import { waf } from './waf';

/**
 * Header names are narrower than HTTP allows: API Gateway writes them between single quotes, and browsers do not
 * read "*" as Authorization. https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 */
const cors = object('Cross-origin access from browsers. Without it no other origin may call the API.', {
  allowOrigins: list(
    checkedText(
      (value) => value === '*' || parseOrigin(value) !== undefined,
      'scheme://host[:port] as a browser sends it (lowercase, no path, no default port), or "*"',
      'One origin, such as https://app.example.com.',
    ),
    'Origins whose pages may call the API from a browser.',
    'at least one origin',
  ),
  allowHeaders: list(
    text(/^[A-Za-z0-9_-]+$/, 'the name of an HTTP header', 'One header name, such as Authorization.'),
    'Headers that such a page may send; Authorization carries the token.',
  ),
  allowCredentials: flag('Whether such a page may send cookies. Tokens in Authorization do not need it.'),
  maxAgeSeconds: whole(0, 86_400, 'seconds', 'How long a browser may remember the preflight answer, in seconds.'),
});

export const api = object('The API and its stage.', {
  stage: formatted(
    formats.stageName,
    'Name of the stage: the first part of the path in the API URL. https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-stages.html',
  ),
  cors: cors.optional(),
  throttle: object(
    'Limits of each method of the stage. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
    {
      rateLimit: z
        .number({ error: 'a number above 0' })
        .positive({ error: 'a number above 0' })
        .meta({ description: 'Steady requests a second that each method lets through.' }),
      burstLimit: whole(
        1,
        1_000_000,
        'requests',
        'Requests that each method lets through at once, above the steady rate.',
      ),
    },
  ),
  logs: object('Logs of the stage. Access logs are always on.', {
    retentionDays: oneOf(
      logRetentionDays,
      'one of the numbers of days that CloudWatch Logs knows',
      'How long access logs are kept, in days. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
    ),
    level: choice(
      ['OFF', 'ERROR', 'INFO'],
      'Execution log level of the stage. https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
    ),
  }),
  metrics: flag('Whether the stage reports metrics per method (CloudWatch charges for them).'),
  tracing: flag('Whether the stage traces requests with X-Ray.'),
  waf: waf.optional(),
  domain: domain.optional(),
  cache: cache.optional(),
});
