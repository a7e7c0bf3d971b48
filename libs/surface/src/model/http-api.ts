import type { Cors } from './cors';
import type { Guard } from './guard';
import type { Located } from './located';
import type { UnseenPart } from './unseen-part';
import type { List, Table } from './value';

/** An HTTP or WebSocket API: `aws_apigatewayv2_api`, defined by resources, by an OpenAPI body, or by both. */
export interface HttpApi<U = never> extends Located {
  /** False: only named by what was read (another stack owns it), so its own settings are unknown. */
  readonly managed: boolean;
  /** False: the OpenAPI body cannot be read yet, so routes and authorizers may be missing here. */
  readonly complete: boolean;
  /** Parts of its OpenAPI body that are not known and that access depends on. Absent: none. */
  readonly unseen?: readonly UnseenPart<U>[];
  readonly id: string | U;
  readonly name: string | U;
  readonly protocol: 'HTTP' | 'WEBSOCKET' | U;
  readonly executionArn: string | U;
  readonly defaultEndpointDisabled: boolean | U;
  /** API Gateway answers preflights itself; absent: it does not. */
  readonly cors?: Cors<U>;
  /** CORS stands in the OpenAPI body alone. */
  readonly corsInBody?: true;
  readonly authorizers: readonly HttpAuthorizer<U>[];
  readonly routes: readonly HttpRoute<U>[];
  /** Every integration, also one that no route leads to. Absent: not read. */
  readonly integrations?: readonly (HttpIntegration<U> & Located)[];
  /** Responses of routes and integrations, which WebSocket APIs alone have. Absent: none. */
  readonly responses?: readonly Located[];
  readonly stages: readonly HttpStage<U>[];
}

/** An authorizer of an HTTP or WebSocket API. */
export interface HttpAuthorizer<U = never> extends Located {
  /** In an OpenAPI body: the name. */
  readonly id: string | U;
  readonly name: string | U;
  readonly type: 'JWT' | 'REQUEST' | U;
  /** e.g. `$request.header.Authorization` */
  readonly identitySources: List<string, U>;
  readonly issuer?: string | U;
  /** Client ids that a token may be for. */
  readonly audience: List<string, U>;
  /** Address of the pool that is the issuer, when it is part of the surface. */
  readonly userPool?: string;
  /** What a Lambda authorizer calls. */
  readonly uri?: string | U;
  /** Seconds; 0 is off. JWT authorizers have none. */
  readonly resultTtl: number | U;
  /** Of the event that a Lambda authorizer gets; JWT authorizers have none. */
  readonly payloadFormat?: PayloadFormat | U;
  /** True: a Lambda authorizer may answer `{ isAuthorized, context }` in place of a policy. */
  readonly simpleResponses: boolean | U;
}

/** Version of the event that a function gets. */
export type PayloadFormat = '1.0' | '2.0';

/** A route of an HTTP or WebSocket API. */
export interface HttpRoute<U = never> extends Located {
  /** `GET /reports/{id}`, `$default`, or of a WebSocket API `$connect` and the like. */
  readonly routeKey: string | U;
  readonly auth: Guard<U> | U;
  /** Scopes beside a guard that asks for none. Absent: none. */
  readonly ignoredScopes?: List<string, U>;
  /** `Auth.public('…')`; only synthesized JSON tells. */
  readonly publicReason?: string;
  /** `Auth.iam('…')`; only synthesized JSON tells. */
  readonly iamCallers?: string;
  /** `Auth.custom('…')`; only synthesized JSON tells. */
  readonly customCallers?: string;
  /** WebSocket APIs only. */
  readonly apiKeyRequired: boolean | U;
  readonly integration?: HttpIntegration<U>;
  /** `integrations/<id>` */
  readonly target?: string | U;
}

/** What answers a route of an HTTP or WebSocket API. */
export interface HttpIntegration<U = never> {
  /** Address of the resource; absent: it is part of an OpenAPI body, or of the API itself. */
  readonly resource?: string;
  readonly type: string | U;
  readonly uri?: string | U;
  readonly function?: string;
  /** By which network the backend is reached. */
  readonly connection: 'INTERNET' | 'VPC_LINK' | U;
  /** The VPC link. */
  readonly connectionId?: string | U;
  readonly method?: string | U;
  /** Milliseconds. */
  readonly timeout: number | U;
  /** Of the event that a function gets. */
  readonly payloadFormat: PayloadFormat | U;
  /** What an AWS service is asked for: `SQS-SendMessage`. */
  readonly subtype?: string | U;
  /** ARN of the role that calls the backend. */
  readonly credentials?: string | U;
  /** `overwrite:header.x`, or of an AWS service its parameters: `QueueUrl`. */
  readonly requestParameters: Table<string, U>;
  readonly responses: List<HttpResponse<U>, U>;
}

/** What becomes of a backend's answer. */
export interface HttpResponse<U = never> {
  /** Of the backend. */
  readonly status: string | U;
  /** `append:header.x`, `overwrite:statuscode` -> value. */
  readonly parameters: Table<string, U>;
}

/** A stage of an HTTP or WebSocket API. */
export interface HttpStage<U = never> extends Located {
  readonly name: string | U;
  /** True: a change of the API is live at once. */
  readonly autoDeploy: boolean | U;
  /** What it serves; absent: nothing is deployed. */
  readonly deploymentId?: string | U;
  readonly variables: Table<string, U>;
  readonly accessLog?: { readonly destinationArn: string | U; readonly format: string | U };
  /** First those of all routes (`routeKey` absent), then single routes. */
  readonly routeSettings: readonly RouteSettings<U>[];
}

/** Limits and logs of a route. */
export interface RouteSettings<U = never> {
  readonly routeKey?: string | U;
  /** Requests per second; absent: the account's limit. */
  readonly throttleRate?: number | U;
  readonly throttleBurst?: number | U;
  /** A limit is left out, which is sent as 0, so that every request gets 429; only synthesized JSON tells. */
  readonly refusesAll?: true;
  readonly metrics: boolean | U;
  /** WebSocket APIs only. */
  readonly loggingLevel?: string | U;
}
