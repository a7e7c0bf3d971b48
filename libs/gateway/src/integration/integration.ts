import { type ApiGatewayIntegrationConfig } from '@cdktf/provider-aws/lib/api-gateway-integration';
import { type Apigatewayv2IntegrationConfig } from '@cdktf/provider-aws/lib/apigatewayv2-integration';
import { type CurrentAccount, type Permission } from '@gatehouse/construct-kit';
import { type TerraformMetaArguments } from 'cdktf';
import { type Cors } from '../cors/cors';
import { type ParsedRoute } from '../route/route-key';
import { httpIntegration } from './http';
import { lambdaIntegration, type LambdaTarget } from './lambda';
import { mockIntegration } from './mock';
import { privateIntegration } from './private';
import { awsIntegration } from './rest/aws';
import { customHttp, customLambda, customMock } from './rest/custom';
import { getConfiguration } from './services/app-config';
import { deleteItem, getItem, putItem, query, updateItem } from './services/dynamodb';
import { putEvents } from './services/event-bridge';
import { putRecord } from './services/kinesis';
import { getObject, putObject } from './services/s3';
import { publish } from './services/sns';
import { deleteMessage, purgeQueue, receiveMessage, sendMessage } from './services/sqs';
import { startExecution, startSyncExecution, stopExecution } from './services/step-functions';

/** What answers a route of a REST API. Made by `Integration`. */
export interface Integration {
  /** Such as `Integration.mock`, for errors. */
  readonly madeBy?: string;
  bind(route: BindingRoute): BoundIntegration;
}

/** What answers a route of an HTTP API. Made by `Integration`. */
export interface HttpApiIntegration {
  /** Such as `Integration.private`, for errors. */
  readonly madeBy?: string;
  bindHttp(route: BindingRoute): BoundHttpIntegration;
}

/** What answers a route. */
export const Integration = named({
  /** A Lambda function that gets the whole request (Lambda proxy integration). */
  lambda: lambdaIntegration,
  /** A fixed answer by API Gateway itself. */
  mock: mockIntegration,
  /** A server that gets the whole request (HTTP proxy integration). It answers with its own CORS headers. */
  http: httpIntegration,
  /** A load balancer or Cloud Map service in a network of the account. HTTP APIs only. */
  private: privateIntegration,
  sendMessage,
  receiveMessage,
  deleteMessage,
  purgeQueue,
  putEvents,
  startExecution,
  startSyncExecution,
  stopExecution,
  putRecord,
  getConfiguration,
  customHttp,
  customLambda,
  customMock,
  aws: awsIntegration,
  publish,
  getItem,
  putItem,
  updateItem,
  deleteItem,
  query,
  getObject,
  putObject,
} as const);

/** The route that an integration is made for. */
export interface BindingRoute extends ParsedRoute {
  readonly cors?: Cors;
  /** Whether callers reach the API through CloudFront. */
  readonly isAtEdge?: boolean;
  /** Lets the API call a function, and returns what it calls. */
  allowInvocation(target: LambdaTarget): string;
  /** The account of the API, 12 digits; undefined in a stack that does not say. */
  readonly ownAccount?: string;
  /** Of which APIs a VPC link of the app is; undefined for one that is made elsewhere. */
  kindOfLink(vpcLinkId: string): unknown;
  /** References to what ARNs of the API's account and region are made of. */
  account(): CurrentAccount;
  /** Makes a role of this integration alone, which API Gateway assumes, and returns the reference to its ARN. */
  roleFor(permissions: readonly Permission[]): string;
  /** @throws ConstructError about this route's integration unless the condition holds. */
  check(holds: boolean, expected: string, found: unknown, fix: string): void;
}

/** An integration in the words of `aws_apigatewayv2_integration`. */
export type BoundHttpIntegration = Omit<Apigatewayv2IntegrationConfig, 'apiId' | keyof TerraformMetaArguments>;

/** An integration in the words of `aws_api_gateway_integration`. */
export interface BoundIntegration {
  readonly integration: Omit<ApiGatewayIntegrationConfig, 'restApiId' | 'resourceId' | 'httpMethod'>;
  /** Parameters of the request that the integration uses. */
  readonly requestParameters?: Readonly<Record<string, boolean>>;
  /** What API Gateway answers, one of them for each status; absent when the backend says so itself. */
  readonly responses?: readonly BoundResponse[];
}

export interface BoundResponse {
  readonly statusCode: string;
  /** Regular expression of what the backend says. Absent: whatever no other answer takes. */
  readonly selectionPattern?: string;
  /** Header to mapping expression: `'literal'`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Mapping templates of the body by content type. */
  readonly templates?: Readonly<Record<string, string>>;
  readonly contentHandling?: string;
}

/** Each result says what made it. */
function named<T extends Readonly<Record<string, (...args: never[]) => object>>>(makers: T): T {
  const all = Object.entries(makers).map(([name, make]) => ({
    [name]: (...args: never[]) => Object.assign(make(...args), { madeBy: `Integration.${name}` }),
  }));
  return Object.assign({}, ...all) as T;
}
