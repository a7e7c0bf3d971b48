import { type Construct } from 'constructs';
import {
  Auth,
  IdentitySource,
  Integration,
  RequestValue,
  ResponseValue,
  type RestApi,
  type RouteOptions,
} from '../src/index';
import { lambda } from './api';

/** A route of a REST API, as one of the ways to write one. */
export interface RestShape {
  readonly name: string;
  /** Whether CORS of one origin alone fits: a template chooses among several, and templates write text. */
  readonly oneOrigin?: boolean;
  build(api: RestApi, scope: Construct): void;
}

const auth = Auth.idToken();
const http = Integration.http({ url: 'https://backend.example.com' });
const queue = {
  url: 'https://sqs.eu-west-1.amazonaws.com/123456789012/q',
  arn: 'arn:aws:sqs:eu-west-1:123456789012:q',
};
const machine = { arn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:m' };
const topic = { arn: 'arn:aws:sns:eu-west-1:123456789012:t' };
const bus = { name: 'b', arn: 'arn:aws:events:eu-west-1:123456789012:event-bus/b' };
const table = { name: 't', arn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/t' };
const bucket = { bucket: 'files', arn: 'arn:aws:s3:::files' };
const key = { id: RequestValue.path('id') };
const file = { prefix: 'public/', key: RequestValue.path('proxy') };
const json = (template: string) => ({ 'application/json': template });

const get = (options: Partial<RouteOptions>) => (api: RestApi) =>
  void api.addRoute('GET /a/{id}', { auth, integration: http, ...options });
const post = (options: Partial<RouteOptions>) => (api: RestApi) =>
  void api.addRoute('POST /a', { auth, integration: http, ...options });
const calls = (integration: Integration) => get({ integration });

/** Authorizers, integrations and requests of REST APIs. */
export const restShapes: readonly RestShape[] = [
  {
    name: 'a second Cognito authorizer',
    build(api) {
      const userPools = [
        { userPoolArn: 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Cd34' },
      ] as const;
      const authorizer = api.addCognitoAuthorizer('staff', { userPools, header: 'X-Staff', resultsCacheTtlSeconds: 0 });
      get({ authorizer, auth: Auth.accessToken('staff/read') })(api);
    },
  },
  {
    name: 'a Cognito authorizer for some clients',
    build(api) {
      const userPools = [
        { userPoolArn: 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Ab12' },
      ] as const;
      get({ authorizer: api.addCognitoAuthorizer('app', { userPools, audiencePattern: '^app$' }) })(api);
    },
  },
  {
    name: 'a token authorizer',
    build(api, scope) {
      api.addTokenAuthorizer('partners', { function: lambda(scope, 'check'), header: 'X-Key', tokenPattern: '^\\w+$' });
      get({ auth: Auth.custom('Partners') })(api);
    },
  },
  {
    name: 'a request authorizer',
    build(api, scope) {
      const identitySources = [IdentitySource.header('X-Till'), IdentitySource.queryString('shop')] as const;
      api.addRequestAuthorizer('tills', { function: lambda(scope, 'check'), identitySources });
      get({ auth: Auth.custom('Tills') })(api);
    },
  },
  { name: 'signed requests with an API key', build: get({ auth: Auth.iam('Guests'), apiKeyRequired: true }) },
  { name: 'a token and an API key', build: get({ apiKeyRequired: true }) },
  { name: 'an API key alone', build: get({ auth: Auth.public('A trial'), apiKeyRequired: true }) },
  { name: 'a body of any content type', build: post({ body: { type: 'object' } }) },
  { name: 'bodies by content type', build: post({ body: { 'application/json': { type: 'object' }, 'a/b': {} } }) },
  { name: 'declared answers', build: post({ responses: { 201: { body: {}, headers: ['Location'] }, 409: {} } }) },
  { name: 'a named operation', build: post({ operationName: 'create' }) },
  {
    name: 'a custom Lambda function',
    build(api, scope) {
      const answers = [{ status: 200 }, { status: 400, when: '.*bad.*', templates: json('{}') }] as const;
      const integration = Integration.customLambda(lambda(scope), { requestTemplates: json('{}'), answers });
      post({ integration })(api);
    },
  },
  {
    name: 'a custom HTTP backend',
    build: calls(
      Integration.customHttp({
        url: 'https://backend.example.com/{id}',
        method: 'PUT',
        vpcLinkId: 'a1b2c3',
        insecureSkipVerification: true,
        parameters: { querystring: { q: RequestValue.querystring('q') }, headers: { 'X-A': 'a' } },
        contentHandling: 'text',
        timeoutMilliseconds: 1000,
        passthrough: 'whenNoMatch',
        answers: [{ status: 200, headers: { ETag: ResponseValue.header('ETag') }, contentHandling: 'text' }],
      }),
    ),
  },
  {
    name: 'a binary answer',
    oneOrigin: true,
    build: calls(
      Integration.customHttp({
        url: 'https://backend.example.com',
        method: 'GET',
        answers: [{ status: 200, contentHandling: 'binary' }],
      }),
    ),
  },
  {
    name: 'a custom mock',
    build: calls(Integration.customMock({ requestTemplate: '{"statusCode":200}', answers: [{ status: 200 }] })),
  },
  {
    name: 'any AWS service',
    build: calls(
      Integration.aws({
        service: 'ec2',
        action: 'DescribeRegions',
        method: 'GET',
        region: 'us-east-1',
        roleArn: 'arn:aws:iam::123456789012:role/r',
        answers: [{ status: 200 }],
      }),
    ),
  },
  { name: 'a message to a queue', build: post({ integration: Integration.sendMessage(queue) }) },
  { name: 'a message to a topic', build: post({ integration: Integration.publish(topic) }) },
  { name: 'an event', build: post({ integration: Integration.putEvents(bus, { source: 's', detailType: 'd' }) }) },
  { name: 'an execution', build: post({ integration: Integration.startExecution(machine) }) },
  { name: 'an execution that is waited for', build: post({ integration: Integration.startSyncExecution(machine) }) },
  { name: 'an item read', build: calls(Integration.getItem(table, { key })) },
  { name: 'an item put', build: calls(Integration.putItem(table, { item: key })) },
  { name: 'an item updated', build: calls(Integration.updateItem(table, { key, set: { a: 'b' } })) },
  { name: 'an item deleted', build: calls(Integration.deleteItem(table, { key })) },
  { name: 'items found', build: calls(Integration.query(table, { key })) },
  {
    name: 'an object read',
    build: (api) => void api.addRoute('GET /{proxy+}', { auth, integration: Integration.getObject(bucket, file) }),
  },
  {
    name: 'an object put',
    build: (api) => void api.addRoute('PUT /{proxy+}', { auth, integration: Integration.putObject(bucket, file) }),
  },
  {
    name: 'a group that says who and with which key',
    build(api) {
      const group = api.addGroup('/admin', { auth: Auth.accessToken('admin/all'), apiKeyRequired: true });
      group.addRoute('GET /users', { integration: http, operationName: 'listUsers' });
    },
  },
];
