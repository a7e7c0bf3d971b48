import { acceptsToken, type RestApi, type RestAuthorizer, type RestRoute } from '@gatehouse/surface';
import { type Caller } from './callers';
import { type Expectation } from './check';
import { type Asked, type Holder, isOpenToAll, type Known, mayInvoke } from './policies';

/** Whether API Gateway lets a caller in, and why not. */
export type Verdict = 'let in' | 'unauthorized' | 'forbidden' | 'missing token' | 'no signature' | 'access denied';

/** What is called. */
export interface Called extends Asked {
  readonly api: RestApi;
  readonly route: RestRoute;
  readonly authorizer?: RestAuthorizer;
}

/** Who calls, by the token or the signature that they show; both are valid. */
export interface Shown {
  readonly shows?: Omit<NonNullable<Caller['shows']>, 'token'>;
  readonly signs?: Holder;
}

/** The rules of API Gateway; undefined where policies are not all here. */
export function verdictOf(called: Called, { shows, signs }: Shown, known: Known): Verdict | undefined {
  const { authorizer, route } = called;
  const { apiKeyRequired, auth } = route;
  if (auth.kind === 'iam') {
    if (signs === undefined) return shows === undefined ? 'missing token' : 'no signature';
    const may = mayInvoke(called, signs, known);
    if (may === undefined) return undefined;
    return may ? passed(apiKeyRequired) : 'access denied';
  }
  if (auth.kind !== 'none') {
    if (auth.kind !== 'cognito' || authorizer === undefined || shows === undefined) return 'unauthorized';
    const trusted = authorizer.userPoolArns.includes(shows.poolArn) && isFor(authorizer, shows.audience);
    if (!trusted || !acceptsToken(auth, shows)) return 'unauthorized';
  }
  return isOpenToAll(called) ? passed(apiKeyRequired) : 'access denied';
}

const passed = (apiKeyRequired: boolean): Verdict => (apiKeyRequired ? 'forbidden' : 'let in');

/** The answer of API Gateway itself, as the API words it. */
export function refusal(api: RestApi, verdict: keyof typeof REFUSALS): Expectation {
  const { message, status, type }: Refusal = REFUSALS[verdict];
  const response =
    api.gatewayResponses.find((each) => each.type === type) ??
    api.gatewayResponses.find((each) => each.type === 'DEFAULT_4XX');
  const templates = Object.values(response?.responseTemplates ?? {});
  const worded = templates.every((template) => template === DEFAULT_TEMPLATE);
  return {
    status: Number(response?.statusCode ?? status),
    ...(worded && message !== undefined && { body: JSON.stringify({ message }) }),
  };
}

const DEFAULT_TEMPLATE = '{"message":$context.error.messageString}';

const WRONG_SIGNATURE =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and ' +
  'signing method. Consult the service documentation for details.';

interface Refusal {
  readonly type: string;
  readonly status: number;
  readonly message?: string;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html */
const REFUSALS = {
  unauthorized: { type: 'UNAUTHORIZED', status: 401, message: 'Unauthorized' },
  expired: { type: 'UNAUTHORIZED', status: 401, message: 'The incoming token has expired' },
  forbidden: { type: 'INVALID_API_KEY', status: 403, message: 'Forbidden' },
  'missing token': { type: 'MISSING_AUTHENTICATION_TOKEN', status: 403, message: 'Missing Authentication Token' },
  'no signature': { type: 'MISSING_AUTHENTICATION_TOKEN', status: 403 },
  // Their messages have the hash of a token, times, and ARNs.
  'access denied': { type: 'ACCESS_DENIED', status: 403 },
  'old signature': { type: 'INVALID_SIGNATURE', status: 403 },
  'wrong signature': { type: 'INVALID_SIGNATURE', status: 403, message: WRONG_SIGNATURE },
  'unknown key': {
    type: 'INVALID_SIGNATURE',
    status: 403,
    message: 'The security token included in the request is invalid.',
  },
  'expired key': {
    type: 'EXPIRED_TOKEN',
    status: 403,
    message: 'The security token included in the request is expired',
  },
  'bad body': { type: 'BAD_REQUEST_BODY', status: 400, message: 'Invalid request body' },
} as const;

/** The validation expression must match `aud` as a whole. */
const isFor = ({ identityValidationExpression: expression }: RestAuthorizer, audience = ''): boolean =>
  !expression || new RegExp(`^(?:${expression})$`).test(audience);
