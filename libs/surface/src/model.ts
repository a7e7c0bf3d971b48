/**
 * The access model: what Terraform values say about who may call what.
 * Plain data, JSON-serialisable; every reader makes it and every consumer reads only it.
 */
export interface Surface {
  readonly apis: readonly RestApi[];
  readonly userPools: readonly UserPool[];
  readonly clients: readonly UserPoolClient[];
  readonly resourceServers: readonly ResourceServer[];
  readonly functions: readonly LambdaFunction[];
}

/** A value that Terraform only knows after apply. Never evidence that nothing changed. */
export interface Unknown {
  readonly unknown: true;
}

/** A REST API (aws_api_gateway_rest_api) with everything a stage of it serves. */
export interface RestApi {
  readonly address: string;
  readonly id: string;
  readonly name: string;
  readonly executionArn: string;
  readonly apiKeySource: 'HEADER' | 'AUTHORIZER';
  readonly binaryMediaTypes: readonly string[];
  readonly authorizers: readonly Authorizer[];
  readonly routes: readonly Route[];
  readonly models: readonly Model[];
  readonly gatewayResponses: readonly GatewayResponse[];
  readonly stages: readonly Stage[];
}

export interface Authorizer {
  readonly address: string;
  readonly id: string;
  readonly name: string;
  readonly type: 'COGNITO_USER_POOLS' | 'TOKEN' | 'REQUEST';
  /** e.g. `method.request.header.Authorization` */
  readonly identitySource: string;
  readonly userPoolArns: readonly string[];
  /** Regular expression on the `aud` claim. */
  readonly identityValidationExpression?: string;
  /** Seconds; 0 is off. */
  readonly resultTtl: number;
}

export interface Route {
  /** Address of the method, e.g. `aws_api_gateway_method.get_me`. */
  readonly address: string;
  /** Upper case verb or `ANY`. */
  readonly method: string;
  /** e.g. `/reports/{id}` */
  readonly path: string;
  readonly resourceId: string;
  readonly auth: RouteAuth;
  readonly apiKeyRequired: boolean;
  /** Full mapping name (`method.request.header.x`) -> required. */
  readonly requestParameters: Readonly<Record<string, boolean>>;
  /** Content type -> model name. */
  readonly requestModels: Readonly<Record<string, string>>;
  readonly validator?: { readonly body: boolean; readonly parameters: boolean };
  readonly integration?: Integration;
  readonly responses: readonly MethodResponse[];
}

export type RouteAuth =
  | { readonly kind: 'none' }
  | { readonly kind: 'iam' }
  | { readonly kind: 'cognito'; readonly authorizerId: string; readonly scopes: readonly string[] }
  | { readonly kind: 'custom'; readonly authorizerId: string };

export interface Integration {
  readonly type: 'AWS' | 'AWS_PROXY' | 'HTTP' | 'HTTP_PROXY' | 'MOCK';
  readonly uri?: string;
  /** The verb the integration is called with. */
  readonly method?: string;
  /** Milliseconds. @default 29000 */
  readonly timeout: number;
  readonly requestTemplates: Readonly<Record<string, string>>;
  readonly requestParameters: Readonly<Record<string, string>>;
  readonly passthrough: 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATES' | 'NEVER';
  readonly contentHandling?: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT';
  readonly responses: readonly IntegrationResponse[];
}

export interface IntegrationResponse {
  readonly statusCode: string;
  readonly selectionPattern?: string;
  /** `method.response.header.X` -> `'literal'` or `integration.response.…` */
  readonly responseParameters: Readonly<Record<string, string>>;
  readonly responseTemplates: Readonly<Record<string, string>>;
}

export interface MethodResponse {
  readonly statusCode: string;
  readonly responseParameters: Readonly<Record<string, boolean>>;
}

export interface Model {
  readonly name: string;
  readonly contentType: string;
  /** JSON schema, draft 4, as text. */
  readonly schema: string;
}

export interface GatewayResponse {
  /** e.g. `DEFAULT_4XX`, `UNAUTHORIZED` */
  readonly type: string;
  readonly statusCode?: string;
  readonly responseParameters: Readonly<Record<string, string>>;
  readonly responseTemplates: Readonly<Record<string, string>>;
}

export interface Stage {
  readonly address: string;
  readonly name: string;
  readonly deploymentId: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly accessLog?: { readonly destinationArn: string; readonly format: string };
  readonly tracing: boolean;
  /** `*` + `/` + `*` or `path/VERB` -> settings. */
  readonly methodSettings: readonly MethodSettings[];
}

export interface MethodSettings {
  readonly methodPath: string;
  /** Requests per second; absent: the account's limit. */
  readonly throttleRate?: number;
  readonly throttleBurst?: number;
  readonly metrics: boolean;
  readonly loggingLevel: 'OFF' | 'ERROR' | 'INFO';
  readonly dataTrace: boolean;
}

export interface UserPool {
  readonly address: string;
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** `cognito-idp.<region>.amazonaws.com/<id>`; the issuer is this behind https:// */
  readonly endpoint: string;
  readonly selfSignUp: boolean;
  readonly deletionProtection: boolean;
  readonly mfa: 'OFF' | 'OPTIONAL' | 'ON';
}

export interface UserPoolClient {
  readonly address: string;
  readonly id: string;
  readonly userPoolId: string;
  readonly name: string;
  readonly authFlows: readonly string[];
  readonly hasSecret: boolean;
  readonly oauthFlows: readonly string[];
  readonly scopes: readonly string[];
  readonly callbackUrls: readonly string[];
  /** Seconds. */
  readonly accessTokenValidity: number;
  readonly idTokenValidity: number;
  readonly refreshTokenValidity: number;
}

export interface ResourceServer {
  readonly address: string;
  readonly identifier: string;
  readonly userPoolId: string;
  /** Bare names; a scope in a token is `identifier/name`. */
  readonly scopes: readonly { readonly name: string; readonly description: string }[];
}

export interface LambdaFunction {
  readonly address: string;
  readonly name: string;
  readonly arn: string;
  readonly invokeArn: string;
  /** `file.export` */
  readonly handler: string;
  readonly runtime: string;
  /** As written, relative to the stack's folder. */
  readonly filename?: string;
  readonly sourceCodeHash?: string;
  /** Seconds. */
  readonly timeout: number;
  /** MB. */
  readonly memory: number;
  readonly environment: Readonly<Record<string, string>>;
}
