import {
  Auth,
  type ClientCertificate,
  type CognitoAuthorizerOptions,
  type CorsOptions,
  type DefinitionKind,
  Endpoint,
  IdentitySource,
  Integration,
  type LambdaTarget,
  RestApi,
  type RestApiProps,
  type RouteOptions,
  type StageOptions,
} from '../../src/index';
import { type Construct } from 'constructs';
import { stage, userPool } from '../api';
import { type Change, type Changes, deploys, stays } from '../deployments';

// Every option of an API, its stage, CORS, authorizers and routes, and whether another value of it reaches callers only with a new
// deployment. The types name all options: a new one does not compile until it is here.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/updating-api.html
// `definition` and `definedBefore` are those of ../../src/definition/change-over.test.ts; the options of parts stand in deploys-*.test.ts.

/** An option with another value than the API has. */
export interface ChangedOption extends Change<object> {
  readonly part: string;
  readonly option: string;
}

const ofStage: Changes<StageOptions> = {
  // A deployment of its own, with what is new.
  canary: deploys({ canary: { percentTraffic: 1 } }),
  clientCertificate: stays({ clientCertificate: { clientCertificateId: 'abc' } as ClientCertificate }),
  name: stays({ name: 'v2' }),
  throttle: stays({ throttle: { rateLimit: 1, burstLimit: 1 } }),
  accessLog: stays({ accessLog: { retentionDays: 7 } }),
  loggingLevel: stays({ loggingLevel: 'INFO' }),
  metrics: stays({ metrics: true }),
  tracing: stays({ tracing: true }),
  variables: stays({ variables: { a: 'b' } }),
  cache: stays({ cache: { sizeGb: 0.5, ttlSeconds: 60 } }),
};

const ofCors: Changes<CorsOptions> = {
  allowOrigins: deploys({ allowOrigins: ['https://b.test'] }),
  allowHeaders: deploys({ allowHeaders: ['Authorization', 'X-Trace'] }),
  allowCredentials: deploys({ allowCredentials: true }),
  exposeHeaders: deploys({ exposeHeaders: ['X-Trace'] }),
  maxAgeSeconds: deploys({ maxAgeSeconds: 61 }),
};

const ofApi: Changes<Omit<RestApiProps, 'cors' | 'stage' | 'definition' | 'definedBefore'>> = {
  name: deploys({ name: 'orders' }),
  description: deploys({ description: 'other' }),
  apiKeySource: deploys({ apiKeySource: 'AUTHORIZER' }),
  binaryMediaTypes: deploys({ binaryMediaTypes: ['image/png'] }),
  minimumCompressionBytes: deploys({ minimumCompressionBytes: 1024 }),
  disableDefaultEndpoint: deploys({ disableDefaultEndpoint: true }),
  endpoint: deploys({ endpoint: Endpoint.edge() }),
  // About the import, which it ends or not.
  failOnWarnings: stays({ failOnWarnings: true }),
  tags: stays({ tags: { team: 'a' } }),
  policy: deploys({ policy: [{ effect: 'Allow', principals: '*' }] }),
};

const ofAuthorizer: Changes<CognitoAuthorizerOptions> = {
  userPools: deploys({ userPools: [{ userPoolArn: userPool.userPoolArn.replace('Ab12', 'Cd34') }] }),
  resultsCacheTtlSeconds: deploys({ resultsCacheTtlSeconds: 0 }),
  header: deploys({ header: 'X-Token' }),
  audiencePattern: deploys({ audiencePattern: 'a.*' }),
};

const ofRoute: Changes<Omit<RouteOptions, 'authorizer' | keyof Kept>> = {
  auth: deploys({ auth: Auth.accessToken('reports/read') }),
  integration: deploys({ integration: Integration.http({ url: 'https://b.test' }) }),
  body: deploys({ body: { type: 'object', required: ['b'] } }),
  requestParameters: deploys({ requestParameters: { 'method.request.querystring.a': true } }),
  throttle: stays({ throttle: { rateLimit: 1, burstLimit: 1 } }),
  loggingLevel: stays({ loggingLevel: 'INFO' }),
  metrics: stays({ metrics: true }),
  operationName: deploys({ operationName: 'writeReport' }),
  apiKeyRequired: deploys({ apiKeyRequired: true }),
  responses: deploys({ responses: { 404: { headers: ['X-Reason'] } } }),
};

/** Of a public route, where the stage has a cache. */
const ofKept: Changes<Kept> = {
  cacheTtlSeconds: stays({ cacheTtlSeconds: 5 }),
  cached: deploys({ cached: false, cacheNamespace: undefined, cacheTtlSeconds: undefined }),
  cacheNamespace: deploys({ cached: true, cacheNamespace: 'prices' }),
};

type Kept = Pick<RouteOptions, 'cached' | 'cacheNamespace' | 'cacheTtlSeconds'>;

/** What people alone read. */
const ofComments: Readonly<Record<'publicReason' | 'iamCallers' | 'customCallers', Change<Comments>>> = {
  publicReason: stays({ publicReason: 'load balancers' }),
  iamCallers: stays({ iamCallers: 'the nightly job' }),
  customCallers: stays({ customCallers: 'partners' }),
};

interface Comments {
  readonly publicReason: string;
  readonly iamCallers: string;
  readonly customCallers: string;
}

interface Design {
  readonly api: Partial<RestApiProps>;
  readonly stage: StageOptions;
  readonly cors: CorsOptions;
  readonly authorizer: CognitoAuthorizerOptions;
  readonly route: RouteOptions;
  readonly comments: Comments;
  readonly kept: Kept;
}

const base: Design = {
  api: { description: 'reports' },
  stage: { ...stage, cache: { sizeGb: 0.5, ttlSeconds: 300 } },
  cors: { allowOrigins: ['https://a.test'] },
  kept: { cached: true },
  authorizer: { userPools: [userPool] },
  route: { auth: Auth.idToken(), integration: Integration.http({ url: 'https://a.test' }), body: { type: 'object' } },
  comments: { publicReason: 'uptime checks', iamCallers: 'the night job', customCallers: 'suppliers' },
};

export const options: readonly ChangedOption[] = Object.entries({
  api: ofApi,
  stage: ofStage,
  cors: ofCors,
  authorizer: ofAuthorizer,
  route: ofRoute,
  comments: ofComments,
  kept: ofKept,
}).flatMap(([part, options]) =>
  Object.entries(options as Record<string, Change<object>>).map(([option, change]) => ({ part, option, ...change })),
);

export interface Changed {
  readonly definition: DefinitionKind;
  /** What calls of `/partners` are checked by. */
  readonly check: LambdaTarget;
  /** @default 'reports' */
  readonly name?: string;
  /**
   * Whether an API has a part: CORS, routes with a cache, or those that IAM and a function guard.
   * @default - it has all
   */
  readonly has?: (part: string) => boolean;
  /** What is not as in the other APIs. */
  readonly made: readonly ChangedOption[];
}

/** An API with each kind of guard, some of whose options are changed. */
export function addChanged(
  scope: Construct,
  id: string,
  { definition, check, name = 'reports', has = () => true, made }: Changed,
): RestApi {
  const design = made.reduce<Record<string, object>>(
    (all, { part, to }) => ({ ...all, [part]: { ...all[part], ...to } }),
    { ...base },
  ) as unknown as Design;
  const { comments } = design;
  const { cache, ...uncached } = design.stage;
  const served = has('kept') ? { ...uncached, cache } : uncached;
  const cors = has('cors') ? design.cors : undefined;
  const api = new RestApi(scope, id, { name, ...design.api, definition, cors, stage: served });
  const { audiencePattern, ...anyClient } = design.authorizer;
  // Access tokens have no audience: an API has one of the two.
  const forAccess = design.route.auth.kind === 'accessToken';
  const users = api.addCognitoAuthorizer('users', { ...anyClient, ...(!forAccess && { audiencePattern }) });
  api.addRoute('POST /reports', { authorizer: users, ...design.route });
  const integration = Integration.mock();
  if (has('kept')) {
    api.addRoute('GET /health/{id}', { auth: Auth.public(comments.publicReason), integration, ...design.kept });
    api.addRoute('GET /prices/{id}', { auth: Auth.public('for all'), integration, cached: true });
  }
  if (has('comments')) {
    api.addRoute('GET /nightly', { auth: Auth.iam(comments.iamCallers), integration });
    const partners = api.addRequestAuthorizer('partners', {
      function: check,
      identitySources: [IdentitySource.header('X-Partner')],
    });
    api.addRoute('GET /partners', { auth: Auth.custom(comments.customCallers), authorizer: partners, integration });
  }
  return api;
}
