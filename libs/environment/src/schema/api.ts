import { z } from 'zod';
import { cache } from './cache';
import { definition } from './definition';
import { domain } from './domain';
import { choice, flag, checkedText, text, whole } from './fields';
import { parseOrigin } from './urls';
import { waf } from './waf';

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/**
 * Header names are narrower than HTTP allows: API Gateway writes them between single quotes, and browsers do not
 * read "*" as Authorization. https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 */
const cors = z
  .strictObject({
    allowOrigins: z
      .array(
        checkedText(
          (value) => value === '*' || parseOrigin(value) !== undefined,
          'scheme://host[:port] as a browser sends it (lowercase, no path, no default port), or "*"',
          'One origin, such as https://app.example.com.',
        ),
      )
      .min(1, { error: 'at least one origin' })
      .meta({ description: 'Origins whose pages may call the API from a browser.' }),
    allowHeaders: z
      .array(
        text(/^[A-Za-z0-9_-]+$/, 'the name of an HTTP header', 'One header name, such as Authorization.'),
      )
      .meta({ description: 'Headers that such a page may send; Authorization carries the token.' }),
    allowCredentials: flag('Whether such a page may send cookies. Tokens in Authorization do not need it.'),
    maxAgeSeconds: whole(
      0,
      86_400,
      'seconds',
      'How long a browser may remember the preflight answer, in seconds.',
    ),
  })
  .meta({ description: 'Cross-origin access from browsers. Without it no other origin may call the API.' });

export const api = z
  .strictObject({
    definition: definition.optional(),
    stage: text(
      /^[a-zA-Z0-9_-]{1,128}$/,
      '1 to 128 letters, digits, hyphens and underscores',
      'Name of the stage: the first part of the path in the API URL. https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-stages.html',
    ),
    cors: cors.optional(),
    throttle: z
      .strictObject({
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
      })
      .meta({
        description:
          'Limits of each method of the stage. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
      }),
    logs: z
      .strictObject({
        retentionDays: z
          .union(
            RETENTION_DAYS.map((days) => z.literal(days)),
            { error: `one of the numbers of days that CloudWatch Logs knows: ${RETENTION_DAYS.join(', ')}` },
          )
          .meta({
            description:
              'How long access logs are kept, in days. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
          }),
        level: choice(
          ['OFF', 'ERROR', 'INFO'],
          'Execution log level of the stage. https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
        ),
      })
      .meta({ description: 'Logs of the stage. Access logs are always on.' }),
    metrics: flag('Whether the stage reports metrics per method (CloudWatch charges for them).'),
    tracing: flag('Whether the stage traces requests with X-Ray.'),
    waf: waf.optional(),
    domain: domain.optional(),
    cache: cache.optional(),
  })
  .meta({ description: 'The API and its stage.' });
