/**
 * One route of an API in words that do not depend on how the API is written, so that the tables of a REST API by resources, the
 * same by OpenAPI, and an HTTP API can be compared. What is only known after apply is `{reference}`.
 */
export interface RouteRow {
  /** `GET /reports/{id}`, `ANY /{proxy+}`, `$default` */
  readonly route: string;
  /** Who may call it. */
  readonly guard: 'anyone' | 'IAM' | 'token' | 'Lambda authorizer' | 'unknown';
  /** Which tokens pass: ID tokens, access tokens with one of the scopes, or any of the audience (HTTP API). */
  readonly tokens?: 'id' | 'access' | 'any';
  readonly scopes?: readonly string[];
  readonly authorizer?: AuthorizerRow;
  readonly apiKey: boolean;
  /** What pages of other origins may do with it. Absent: nothing. */
  readonly cors?: CorsRow;
  /** What API Gateway checks of a request. Absent: nothing. */
  readonly validation?: ValidationRow;
  readonly integration?: IntegrationRow;
}

/** The authorizer of a route. */
export interface AuthorizerRow {
  /** Addresses of user pools; of others ARN or issuer. Empty: a function decides. */
  readonly issuers: readonly string[];
  /** Address of the function, or its URI. */
  readonly function?: string;
  /** `header Authorization` */
  readonly sources: readonly string[];
  /** Seconds. Not of user pools and JWTs, whose tokens say how long they are valid. */
  readonly cachedFor?: number | string;
}

/** Which pages may call a route from a browser. */
export interface CorsRow {
  readonly origins: readonly string[];
  readonly headers: readonly string[];
  readonly credentials: boolean;
  readonly maxAge?: number;
}

/** What a request to a route must have. */
export interface ValidationRow {
  readonly body: boolean;
  readonly parameters: boolean;
  /** Content type -> JSON schema. */
  readonly models: Readonly<Record<string, string>>;
  /** `querystring.page`; those of the path are always there. */
  readonly required: readonly string[];
}

/** What answers a route. */
export interface IntegrationRow {
  /** `Lambda proxy`, `Lambda`, `HTTP proxy`, `HTTP`, `mock`, `AWS sqs`, `AWS SQS-SendMessage` */
  readonly kind: string;
  /** Address of the function, or the URI. */
  readonly target?: string;
  readonly network: string;
}
