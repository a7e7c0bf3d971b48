/** What a deployment froze, as the emulator tells it: objects as API Gateway's Get operations answer them. */
export interface Snapshot {
  readonly routes: readonly FrozenRoute[];
  readonly authorizers: readonly FrozenAuthorizer[];
  readonly requestValidators: readonly FrozenValidator[];
  readonly models: readonly { readonly name: string; readonly contentType?: string; readonly schema?: string }[];
  readonly gatewayResponses: readonly FrozenResponse[];
  readonly settings: FrozenSettings;
}

type Table<T> = Readonly<Record<string, T>> | null;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_Method.html */
export interface FrozenRoute {
  readonly method: string;
  readonly path: string;
  readonly resourceId: string;
  readonly authorizationType: string | null;
  readonly authorizerId?: string | null;
  readonly authorizationScopes?: readonly string[] | null;
  readonly apiKeyRequired?: boolean | null;
  readonly requestParameters?: Table<boolean>;
  readonly requestModels?: Table<string>;
  readonly requestValidatorId?: string | null;
  readonly methodResponses?: Table<{ readonly statusCode: string; readonly responseParameters?: Table<boolean> }>;
  readonly integration: FrozenIntegration | null;
}

/** https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html */
export interface FrozenIntegration {
  readonly type: string;
  readonly uri?: string | null;
  readonly httpMethod?: string | null;
  readonly passthroughBehavior?: string | null;
  readonly requestTemplates?: Table<string>;
  readonly requestParameters?: Table<string>;
  readonly contentHandling?: string | null;
  readonly timeoutInMillis?: number | string | null;
  readonly credentials?: string | null;
  readonly connectionType?: string | null;
  readonly tlsConfig?: { readonly insecureSkipVerification?: boolean } | null;
  readonly integrationResponses?: Table<FrozenIntegrationResponse>;
}

export interface FrozenIntegrationResponse {
  readonly statusCode: string;
  readonly selectionPattern?: string | null;
  readonly contentHandling?: string | null;
  readonly responseParameters?: Table<string>;
  readonly responseTemplates?: Table<string>;
}

export interface FrozenAuthorizer {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly providerARNs?: readonly string[] | null;
  readonly authorizerUri?: string | null;
  readonly authorizerCredentials?: string | null;
  readonly identitySource?: string | null;
  readonly identityValidationExpression?: string | null;
  readonly authorizerResultTtlInSeconds?: number | null;
}

export interface FrozenValidator {
  readonly id: string;
  readonly validateRequestBody?: boolean | null;
  readonly validateRequestParameters?: boolean | null;
}

export interface FrozenResponse {
  readonly responseType: string;
  readonly statusCode?: string | null;
  readonly responseParameters?: Table<string>;
  readonly responseTemplates?: Table<string>;
}

export interface FrozenSettings {
  readonly apiKeySource?: string | null;
  readonly binaryMediaTypes?: readonly string[] | null;
  readonly minimumCompressionSize?: number | null;
  readonly policy?: string | null;
}
