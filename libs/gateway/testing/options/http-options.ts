import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { type Construct } from 'constructs';
import {
  Auth,
  HttpApi,
  type HttpApiProps,
  type HttpCorsOptions,
  type HttpRouteOptions,
  type HttpStageOptions,
  Integration,
  type JwtAuthorizerOptions,
} from '../../src/index';
import { httpStage } from '../http-api';

// Every option of an HTTP API, its stage, CORS, JWT authorizer and routes, and of two integrations which the provider does not change in
// place. The types name all options.

type Changes<Options> = { readonly [Option in keyof Required<Options>]: Partial<Options> };

const ofApi: Changes<Omit<HttpApiProps, 'cors' | 'stage' | 'name'>> = {
  description: { description: 'other' },
  version: { version: '2' },
  ipAddressType: { ipAddressType: 'dualstack' },
  disableDefaultEndpoint: { disableDefaultEndpoint: true },
  tags: { tags: { team: 'a' } },
};

const ofStage: Changes<HttpStageOptions> = {
  name: { name: 'v2' },
  throttle: { throttle: { rateLimit: 1, burstLimit: 1 } },
  accessLog: { accessLog: { retentionDays: 7 } },
  metrics: { metrics: true },
  variables: { variables: { a: 'b' } },
};

const ofCors: Changes<HttpCorsOptions> = {
  allowOrigins: { allowOrigins: ['https://b.test'] },
  allowMethods: { allowMethods: ['GET'] },
  allowHeaders: { allowHeaders: ['Authorization', 'X-Trace'] },
  allowCredentials: { allowCredentials: true },
  exposeHeaders: { exposeHeaders: ['X-Trace'] },
  maxAgeSeconds: { maxAgeSeconds: 61 },
};

const ofAuthorizer = {
  issuer: { issuer: 'https://b.test' },
  audience: { audience: ['b'] },
} satisfies Readonly<Record<string, Partial<JwtAuthorizerOptions>>>;

const ofRoute: Changes<Omit<HttpRouteOptions, 'authorizer'>> = {
  auth: { auth: Auth.accessToken('reports/write') },
  integration: { integration: Integration.http({ url: 'https://b.test' }) },
  throttle: { throttle: { rateLimit: 1, burstLimit: 1 } },
  metrics: { metrics: true },
  operationName: { operationName: 'other' },
};

const ofServer = {
  url: { url: 'https://b.test' },
  request: { request: { headers: { cookie: 'remove' } } },
  answers: { answers: { 404: { status: 410 } } },
  timeoutMilliseconds: { timeoutMilliseconds: 5000 },
} satisfies Readonly<Record<string, Partial<Parameters<typeof Integration.http>[0]>>>;

const ofQueue = {
  messageGroupId: { messageGroupId: 'b' },
  deduplicationId: { deduplicationId: undefined },
  answers: { answers: { 200: { status: 204 } } },
  timeoutMilliseconds: { timeoutMilliseconds: 5000 },
};

/** An option with another value than the API has. */
export interface ChangedHttpOption {
  readonly part: string;
  readonly option: string;
  readonly to: object;
}

const parts = {
  api: ofApi,
  stage: ofStage,
  cors: ofCors,
  authorizer: ofAuthorizer,
  route: ofRoute,
  server: ofServer,
  queue: ofQueue,
};

export const httpOptions: readonly ChangedHttpOption[] = Object.entries(parts).flatMap(([part, options]) =>
  Object.entries(options).map(([option, to]) => ({ part, option, to: to as object })),
);

const base = {
  api: { description: 'reports' },
  stage: httpStage,
  cors: { allowOrigins: ['https://a.test'] },
  authorizer: { issuer: 'https://a.test', audience: ['a'] },
  route: { auth: Auth.accessToken('reports/read'), integration: Integration.http({ url: 'https://a.test' }) },
  server: { url: 'https://a.test', answers: { 404: { status: 200 } } },
  queue: { messageGroupId: 'a', deduplicationId: 'a', answers: { 200: { status: 202 } } },
};

/** An HTTP API, some of whose options are changed. */
export function addChangedHttp(scope: Construct, id: string, made: readonly ChangedHttpOption[]): HttpApi {
  const design = made.reduce<Record<string, object>>(
    (all, { part, to }) => ({ ...all, [part]: { ...all[part], ...to } }),
    { ...base },
  ) as typeof base;
  const api = new HttpApi(scope, id, { name: id, ...design.api, stage: design.stage, cors: design.cors });
  api.addJwtAuthorizer('users', design.authorizer);
  api.addRoute('GET /reports', design.route);
  const open = { auth: Auth.public('a test') };
  const queue = new SqsQueue(scope, `${id}-queue`, { name: `${id}.fifo`, fifoQueue: true });
  api.addRoute('GET /server', { ...open, integration: Integration.http(design.server) });
  api.addRoute('POST /queue', { ...open, integration: Integration.sendMessage(queue, design.queue) });
  return api;
}
