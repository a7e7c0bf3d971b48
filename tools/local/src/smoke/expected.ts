import { acceptsToken, type RestApi, type RestAuthorizer, type RestRoute } from '@gatehouse/surface';
import { type Caller } from './callers';
import { type Expectation } from './check';

/** Whether API Gateway lets a caller in, and why not. */
export type Verdict = 'let in' | 'unauthorized' | 'forbidden' | 'missing token' | 'no signature';

/** The rules of API Gateway, for a token that is valid. */
export function verdictOf(route: RestRoute, authorizer: RestAuthorizer | undefined, { shows }: Caller): Verdict {
  const { apiKeyRequired, auth } = route;
  if (auth.kind === 'iam') return shows === undefined ? 'missing token' : 'no signature';
  if (auth.kind !== 'none') {
    if (auth.kind !== 'cognito' || authorizer === undefined || shows === undefined) return 'unauthorized';
    const trusted = authorizer.userPoolArns.includes(shows.poolArn) && isFor(authorizer, shows.audience);
    if (!trusted || !acceptsToken(auth, shows)) return 'unauthorized';
  }
  return apiKeyRequired ? 'forbidden' : 'let in';
}

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
  // Its message has a hash of the token.
  'no signature': { type: 'MISSING_AUTHENTICATION_TOKEN', status: 403 },
  'bad body': { type: 'BAD_REQUEST_BODY', status: 400, message: 'Invalid request body' },
} as const;

/** The validation expression must match `aud` as a whole. */
const isFor = ({ identityValidationExpression: expression }: RestAuthorizer, audience = ''): boolean =>
  !expression || new RegExp(`^(?:${expression})$`).test(audience);
