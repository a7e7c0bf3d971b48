import type { Cors } from './cors';
import type { Guard } from './guard';
import type { Policy } from './policy';
import type { Located } from './located';
import type { UnseenPart } from './unseen-part';
import type { List, Table } from './value';

/**
 * A REST API with everything a stage of it serves: `aws_api_gateway_rest_api`, defined by resources, by an
 * OpenAPI body, or by both.
 */
export interface RestApi<U = never> extends Located {
  /** False: only named by what was read (another stack owns it), so its own settings are unknown. */
  readonly managed: boolean;
  /** False: the OpenAPI body cannot be read yet, so routes and authorizers may be missing here. */
  readonly complete: boolean;
  /** Parts of its OpenAPI bodies that are not known and that access depends on. Absent: none. */
  readonly unseen?: readonly UnseenPart<U>[];
  readonly id: string | U;
  readonly name: string | U;
  readonly executionArn: string | U;
  readonly apiKeySource: 'HEADER' | 'AUTHORIZER' | U;
  readonly binaryMediaTypes: List<string, U>;
  readonly endpointTypes: List<'EDGE' | 'REGIONAL' | 'PRIVATE', U>;
  /** VPC endpoints that reach a private API. Absent: none. */
  readonly vpcEndpointIds?: List<string, U>;
  readonly defaultEndpointDisabled: boolean | U;
  /** Bytes from which on answers are compressed, for a client that accepts it. @default - never */
  readonly minimumCompressionSize?: number | U;
  /** Resource policy: who may call at all. */
  readonly policy?: Policy<U>;
  /** Characters of the policy, as far as they are known. */
  readonly policyLength?: number;
  /** Bytes of the longest OpenAPI body, as far as it is known. Absent: none. */
  readonly bodySize?: number;
  readonly authorizers: readonly RestAuthorizer<U>[];
  readonly routes: readonly RestRoute<U>[];
  /** There are responses of which it is not known which method they belong to. Absent: there are none. */
  readonly strayResponses?: true;
  readonly models: readonly Model<U>[];
  readonly gatewayResponses: readonly GatewayResponse<U>[];
  readonly deployments: readonly Deployment<U>[];
  readonly stages: readonly Stage<U>[];
  /**
   * What pages of other origins may do, by the answer that says so: preflights and other answers that API Gateway makes
   * itself. What a function answers is not known here.
   */
  readonly cors: readonly ApiCors<U>[];
}

/** CORS headers of one route or gateway response. */
export interface ApiCors<U = never> extends Cors<U>, Located {
  /** Absent: a gateway response. */
  readonly path?: string | U;
  readonly method?: string | U;
}

/** An authorizer of a REST API. */
export interface RestAuthorizer<U = never> extends Located {
  /** In an OpenAPI body: the name. */
  readonly id: string | U;
  readonly name: string | U;
  readonly type: 'COGNITO_USER_POOLS' | 'TOKEN' | 'REQUEST' | U;
  /** e.g. `method.request.header.Authorization`; empty: a function is asked about every request. */
  readonly identitySource: string | U;
  readonly userPoolArns: List<string, U>;
  /** Addresses of those pools that are part of the surface. */
  readonly userPools: readonly string[];
  /** Regular expression on the `aud` claim (user pools) or on the token (Lambda). */
  readonly identityValidationExpression?: string | U;
  /** Seconds; 0 is off. */
  readonly resultTtl: number | U;
  /** What a Lambda authorizer calls. */
  readonly uri?: string | U;
  /** Role that calls it. Absent: the function's own permission decides. */
  readonly credentials?: string | U;
}

/** A route of a REST API. */
export interface RestRoute<U = never> extends Located {
  /** Upper case verb or `ANY`. */
  readonly method: string | U;
  /** e.g. `/reports/{id}` */
  readonly path: string | U;
  readonly resourceId: string | U;
  readonly auth: Guard<U> | U;
  /** Scopes beside a guard that asks for none. Absent: none. */
  readonly ignoredScopes?: List<string, U>;
  /** `Auth.public('…')`; only synthesized JSON tells. */
  readonly publicReason?: string;
  /** `Auth.iam('…')`; only synthesized JSON tells. */
  readonly iamCallers?: string;
  /** `Auth.custom('…')`; only synthesized JSON tells. */
  readonly customCallers?: string;
  readonly apiKeyRequired: boolean | U;
  /** Name of the operation in documents and clients. Absent: none. */
  readonly operationName?: string | U;
  /** Full mapping name (`method.request.header.x`) -> required. */
  readonly requestParameters: Table<boolean, U>;
  /** Content type -> model name. */
  readonly requestModels: Table<string, U>;
  readonly validator?: { readonly body: boolean | U; readonly parameters: boolean | U } | U;
  readonly integration?: Integration<U>;
  readonly responses: readonly MethodResponse<U>[];
}

/** What answers a route of a REST API. */
export interface Integration<U = never> {
  readonly type: 'AWS' | 'AWS_PROXY' | 'HTTP' | 'HTTP_PROXY' | 'MOCK' | U;
  readonly uri?: string | U;
  /** Address of the function that `uri` calls, when it is part of the surface. */
  readonly function?: string;
  /** By which network the backend is reached. */
  readonly connection: 'INTERNET' | 'VPC_LINK' | U;
  /** The VPC link. */
  readonly connectionId?: string | U;
  /** Role that an AWS service is called with; `arn:aws:iam::*:user/*` is the caller's own credentials. */
  readonly credentials?: string | U;
  /** Settings of TLS are written, whatever they say. Absent: none are. */
  readonly tls?: true;
  /** True: the certificate of an HTTPS backend is not verified. @default - it is */
  readonly insecureTls?: boolean | U;
  /** The verb the integration is called with. */
  readonly method?: string | U;
  /** Milliseconds. @default 29000 */
  readonly timeout: number | U;
  readonly requestTemplates: Table<string, U>;
  readonly requestParameters: Table<string, U>;
  readonly passthrough: 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATES' | 'NEVER' | U;
  readonly contentHandling?: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT' | U;
  /** What tells answers apart in the stage's cache, beside the path. Absent: nothing else. */
  readonly cacheKeyParameters?: List<string, U>;
  /** Integrations of one namespace share their cached answers. @default - the resource's own */
  readonly cacheNamespace?: string | U;
  readonly responses: readonly IntegrationResponse<U>[];
}

/** What becomes of a backend's answer. */
export interface IntegrationResponse<U = never> {
  readonly statusCode: string | U;
  readonly selectionPattern?: string | U;
  readonly contentHandling?: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT' | U;
  /** `method.response.header.X` -> `'literal'` or `integration.response.…` */
  readonly responseParameters: Table<string, U>;
  readonly responseTemplates: Table<string, U>;
}

/** An answer that a method declares. */
export interface MethodResponse<U = never> {
  readonly statusCode: string | U;
  /** Content type -> model name. Absent: not said. */
  readonly models?: Table<string, U>;
  readonly responseParameters: Table<boolean, U>;
}

/** A JSON schema of an API. */
export interface Model<U = never> extends Located {
  readonly name: string | U;
  readonly contentType: string | U;
  /** JSON schema, draft 4, as text. */
  readonly schema: string | U;
}

/** What API Gateway answers itself. */
export interface GatewayResponse<U = never> extends Located {
  /** e.g. `DEFAULT_4XX`, `UNAUTHORIZED` */
  readonly type: string | U;
  readonly statusCode?: string | U;
  readonly responseParameters: Table<string, U>;
  readonly responseTemplates: Table<string, U>;
}

/** A frozen copy of the API; a stage serves one. */
export interface Deployment<U = never> extends Located {
  readonly id: string | U;
  /** What makes Terraform deploy again. */
  readonly triggers: Table<string, U>;
}

/** A stage of a REST API. */
export interface Stage<U = never> extends Located {
  readonly name: string | U;
  readonly deploymentId: string | U;
  /** Address of the deployment, when it is part of the surface. */
  readonly deployment?: string;
  readonly variables: Table<string, U>;
  readonly accessLog?: { readonly destinationArn: string | U; readonly format: string | U };
  readonly tracing: boolean | U;
  readonly clientCertificateId?: string | U;
  /** A share of the requests is served by another deployment. */
  readonly canary?: Canary<U>;
  readonly cacheCluster: boolean | U;
  /** GB. */
  readonly cacheClusterSize?: string | U;
  /** By an association that is part of the surface. */
  readonly webAclArn?: string | U;
  /** `*` + `/` + `*` or `path/VERB` -> settings. */
  readonly methodSettings: readonly MethodSettings<U>[];
}

/** `canary_settings` of a stage. */
export interface Canary<U = never> {
  readonly deploymentId: string | U;
  /** Percent of the requests, 0 to 100. */
  readonly percentTraffic: number | U;
  /** In place of the stage's variables of these names. */
  readonly variables: Table<string, U>;
}

/** Limits, logs and cache of methods. */
export interface MethodSettings<U = never> extends Located {
  readonly methodPath: string | U;
  /** Requests per second; absent: the account's limit. */
  readonly throttleRate?: number | U;
  readonly throttleBurst?: number | U;
  readonly metrics: boolean | U;
  readonly loggingLevel: 'OFF' | 'ERROR' | 'INFO' | U;
  readonly dataTrace: boolean | U;
  readonly caching: boolean | U;
  readonly cacheEncrypted: boolean | U;
  /** Seconds. */
  readonly cacheTtl?: number | U;
}
