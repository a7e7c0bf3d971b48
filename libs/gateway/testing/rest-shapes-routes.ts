import { Auth, Integration, type RestApi, type RouteKey, type RouteOptions } from '../src/index';
import { lambda } from './api';
import { type RestShape } from './rest-shapes';

const auth = Auth.idToken();
const http = Integration.http({ url: 'https://backend.example.com' });

const route =
  (key: RouteKey, options: Partial<RouteOptions> = {}) =>
  (api: RestApi) =>
    void api.addRoute(key, { auth, integration: http, ...options });

/** Verbs, paths, callers and requests of REST APIs. */
export const routeShapes: readonly RestShape[] = [
  ...(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'ANY'] as const).map((verb) => ({
    name: `the verb ${verb}`,
    build: route(`${verb} /a`),
  })),
  {
    name: 'several verbs of a path',
    build(api) {
      for (const key of ['GET /a', 'PUT /a', 'DELETE /a'] as const) route(key)(api);
    },
  },
  { name: 'the root', build: route('GET /') },
  { name: 'a path with two parameters', build: route('GET /shops/{shop}/tills/{till}') },
  { name: 'a path that takes everything below it', build: route('ANY /files/{proxy+}') },
  { name: 'an ID token', build: route('GET /a', { auth: Auth.idToken() }) },
  { name: 'an access token with a scope', build: route('GET /a', { auth: Auth.accessToken('a/read') }) },
  {
    name: 'an access token with one of several scopes',
    build: route('GET /a', { auth: Auth.accessToken('a/read', 'a/write') }),
  },
  { name: 'signed requests', build: route('GET /a', { auth: Auth.iam('Guests') }) },
  { name: 'anyone', build: route('GET /a', { auth: Auth.public('A price list') }) },
  {
    name: 'a Lambda function',
    build: (api, scope) => route('GET /a', { integration: Integration.lambda(lambda(scope)) })(api),
  },
  { name: 'a fixed answer', build: route('GET /a', { integration: Integration.mock({ body: { status: 'ok' } }) }) },
  {
    name: 'parameters that are asked for, and others that may be there',
    build: route('GET /a', {
      requestParameters: { 'method.request.querystring.page': true, 'method.request.header.X-Trace': false },
    }),
  },
  {
    name: 'parameters and a body',
    build: route('POST /a', {
      body: { type: 'object', required: ['a'] },
      requestParameters: { 'method.request.querystring.dry': true },
    }),
  },
  {
    name: 'a model of two routes',
    build(api) {
      const body = api.addModel('Order', { type: 'object', required: ['item'] });
      route('POST /orders', { body })(api);
      route('PUT /orders/{id}', { body })(api);
    },
  },
  { name: 'a cached answer', build: route('GET /a', { auth: Auth.public('A price list'), cached: true }) },
  {
    name: 'cached answers of one namespace, by a parameter',
    build: route('GET /a', {
      ...{ auth: Auth.public('A price list'), cached: true, cacheNamespace: 'prices' },
      requestParameters: { 'method.request.querystring.page': false },
    }),
  },
  {
    name: 'groups in a group',
    build(api) {
      const shops = api.addGroup('/shops', { integration: http });
      shops.addRoute('GET /', { auth });
      shops.addRoute('POST /{shop}', { auth: Auth.accessToken('shops/write') });
    },
  },
];
