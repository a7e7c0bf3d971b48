import type { Found } from '../../findings/violations';
import type { Located } from '../../model';
import type { Comparison } from '../comparison';
import { blocks, textsIn } from './behaviors';
import { policyOf } from './caching';
import { own } from '../../own';

type Values = Readonly<Record<string, unknown>>;

/** What browsers get with answers. */
export interface ResponseHeaders {
  /** Pages that may read the answers. */
  readonly origins: readonly string[];
  readonly credentials: boolean;
  /** Kinds of protection that browsers are asked for. */
  readonly security: readonly string[];
}

/** Of a behavior; undefined: the plan does not have its policy. */
export function responseHeadersOf(
  values: Values,
  side: 'before' | 'after',
  at: Located,
  comparison: Comparison,
): ResponseHeaders | undefined {
  const id = values['response_headers_policy_id'];
  if (id === undefined || id === null || id === '') return { origins: [], credentials: false, security: [] };
  const managed = own(MANAGED, String(id));
  if (managed) return managed;
  const policy = policyOf('aws_cloudfront_response_headers_policy', id, side, at, comparison);
  return policy && headersOfPolicy(policy);
}

/** Of an `aws_cloudfront_response_headers_policy`. */
export function headersOfPolicy(values: Values): ResponseHeaders {
  const [cors] = blocks(values['cors_config']);
  const [security] = blocks(values['security_headers_config']);
  return {
    origins: blocks(cors?.['access_control_allow_origins']).flatMap(({ items }) => textsIn(items)),
    credentials: cors?.['access_control_allow_credentials'] === true,
    security: Object.entries(security ?? {}).flatMap(([name, value]) => (blocks(value).length > 0 ? [name] : [])),
  };
}

const HEADERS = [
  'content_type_options',
  'frame_options',
  'referrer_policy',
  'strict_transport_security',
  'xss_protection',
];

/**
 * Policies of AWS.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
 */
const MANAGED: Readonly<Record<string, ResponseHeaders>> = {
  '60669652-455b-4ae9-85a4-c4c02393f86c': { origins: ['*'], credentials: false, security: [] },
  '5cc3b908-e619-4b99-88e5-2cf7f45965bd': { origins: ['*'], credentials: false, security: [] },
  '67f7725c-6f97-4210-82d7-5512b31e9d03': { origins: [], credentials: false, security: HEADERS },
  'e61eb60c-9c35-4d20-a928-2b84e02af89c': { origins: ['*'], credentials: false, security: HEADERS },
  'eaab4381-ed33-4a86-88ca-d9558dc6cd63': { origins: ['*'], credentials: false, security: HEADERS },
};

/** What pages can read that could not, and which protection browsers are no longer asked for. */
export function readByMore(
  was: ResponseHeaders | undefined,
  now: ResponseHeaders | undefined,
  what: string,
): readonly Found[] {
  if (!was || !now) {
    const message = `Answers of ${what} get the headers of another policy, which is not in the plan.`;
    return [{ severity: 'medium', message }];
  }
  const added = was.origins.includes('*') ? [] : now.origins.filter((origin) => !was.origins.includes(origin));
  const withCredentials = now.credentials && (!was.credentials || added.length > 0);
  const lost = was.security.filter((each) => !now.security.includes(each));
  return [
    {
      when: added.length > 0 || (withCredentials && now.origins.length > 0),
      severity: withCredentials ? 'high' : 'medium',
      message: `Pages of ${(added.length > 0 ? added : now.origins).map((each) => (each === '*' ? 'every origin' : each)).join(', ')} can read the answers of ${what}${withCredentials ? ', as the user who opens them' : ''}.`,
      before: was.origins.join(', ') || 'none',
      after: now.origins.join(', '),
    },
    {
      when: lost.length > 0,
      severity: 'medium',
      message: `Browsers no longer protect the pages of ${what} by: ${lost.join(', ')}.`,
      before: was.security.join(', '),
      after: now.security.join(', ') || 'none',
    },
  ];
}
