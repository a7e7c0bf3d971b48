/** What a deployment of an HTTP API froze, as the emulator tells it: objects as API Gateway's Get operations answer them. */
export interface HttpSnapshot {
  readonly routes: readonly FrozenHttpRoute[];
  readonly authorizers: readonly FrozenHttpAuthorizer[];
  readonly settings: { readonly corsConfiguration?: FrozenCors | null };
}

type Maybe<T> = T | null;

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid.html */
export interface FrozenHttpRoute {
  readonly routeKey: string;
  readonly routeId?: string;
  readonly target?: Maybe<string>;
  readonly authorizationType?: Maybe<string>;
  readonly authorizerId?: Maybe<string>;
  readonly authorizationScopes?: Maybe<readonly string[]>;
  readonly integration: Maybe<FrozenHttpIntegration>;
}

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid.html */
export interface FrozenHttpIntegration {
  readonly integrationId?: string;
  readonly integrationType: string;
  readonly integrationUri?: Maybe<string>;
  readonly integrationMethod?: Maybe<string>;
  readonly integrationSubtype?: Maybe<string>;
  readonly connectionType?: Maybe<string>;
  readonly credentialsArn?: Maybe<string>;
  readonly payloadFormatVersion?: Maybe<string>;
  readonly timeoutInMillis?: Maybe<number | string>;
  readonly requestParameters?: Maybe<Readonly<Record<string, string>>>;
  readonly responseParameters?: Maybe<Readonly<Record<string, Readonly<Record<string, string>>>>>;
}

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers-authorizerid.html */
export interface FrozenHttpAuthorizer {
  readonly authorizerId: string;
  readonly name: string;
  readonly authorizerType: string;
  readonly identitySource?: Maybe<readonly string[]>;
  readonly jwtConfiguration?: Maybe<{ readonly issuer?: string; readonly audience?: readonly string[] }>;
  readonly authorizerUri?: Maybe<string>;
  readonly authorizerPayloadFormatVersion?: Maybe<string>;
  readonly authorizerResultTtlInSeconds?: Maybe<number>;
  readonly enableSimpleResponses?: Maybe<boolean>;
}

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html */
export interface FrozenCors {
  readonly allowOrigins?: Maybe<readonly string[]>;
  readonly allowMethods?: Maybe<readonly string[]>;
  readonly allowHeaders?: Maybe<readonly string[]>;
  readonly exposeHeaders?: Maybe<readonly string[]>;
  readonly allowCredentials?: Maybe<boolean>;
  readonly maxAge?: Maybe<number>;
}
