import { isObject } from '@gatehouse/checks';
import { type CognitoAuthorizerOptions } from '../cognito-authorizer';
import { literal } from '../terraform';
import { type Members } from './document';

interface Additions {
  readonly title: string;
  readonly scheme: string;
  readonly authorizer: CognitoAuthorizerOptions;
  /** Whether an operation takes requests that are signed with AWS credentials. */
  readonly signed: boolean;
  readonly paths: Members;
  readonly gatewayResponses?: Members;
}

const validator = 'x-amazon-apigateway-request-validator';

/**
 * The document as Terraform takes it for the body of a REST API: everything that an import replaces is in it, since
 * whatever it does not name, such as an authorizer, is deleted.
 */
export function documentBody(root: Members, additions: Additions): string {
  const { components, info, ...rest } = literals(root) as Record<string, unknown>;
  // The stage says where the API is.
  delete rest['servers'];
  const { authorizer, gatewayResponses, paths, scheme, signed, title } = additions;
  const own = isObject(rest[`${validator}s`]) || rest[validator] !== undefined;
  return JSON.stringify(
    sorted({
      ...rest,
      // Otherwise the name of the API would be the title at each import.
      info: { ...(info as Members), title },
      paths,
      components: {
        ...(isObject(components) ? components : {}),
        securitySchemes: {
          [scheme]: securityScheme(authorizer),
          ...(signed && { [signatureScheme]: signature }),
        },
      },
      ...(!own && {
        [`${validator}s`]: {
          body_and_parameters: { validateRequestBody: true, validateRequestParameters: true },
        },
        [validator]: 'body_and_parameters',
      }),
      ...(gatewayResponses && {
        'x-amazon-apigateway-gateway-responses': {
          ...gatewayResponses,
          ...(rest['x-amazon-apigateway-gateway-responses'] as Members | undefined),
        },
      }),
    }),
  );
}

/** Name of the scheme of requests that are signed with AWS credentials. */
export const signatureScheme = 'sigv4';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html */
const signature = {
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authtype': 'awsSigv4',
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html */
function securityScheme({ resultsCacheTtlSeconds = 300, userPools }: CognitoAuthorizerOptions): Members {
  return {
    type: 'apiKey',
    name: 'Authorization',
    in: 'header',
    'x-amazon-apigateway-authtype': 'cognito_user_pools',
    'x-amazon-apigateway-authorizer': {
      type: 'cognito_user_pools',
      providerARNs: userPools.map(({ userPoolArn }) => userPoolArn),
      authorizerResultTtlInSeconds: resultsCacheTtlSeconds,
    },
  };
}

/** What an author wrote is text to Terraform, also where it looks like a reference. */
export function literals(value: unknown): unknown {
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) return value.map(literals);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [literal(key), literals(inner)]));
}

/** The order of keys means nothing, so it is no change. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
