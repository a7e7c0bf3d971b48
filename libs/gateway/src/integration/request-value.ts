/**
 * A part of a request, for the parameters that an HTTP API hands on. Made by `RequestValue`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
 */
export interface RequestValue {
  /** In the words of API Gateway: `$request.header.x-request-id`. */
  readonly expression: string;
}

const value = (expression: string): RequestValue => ({ expression });

/**
 * Parts of a request that an HTTP API can hand on.
 *
 * @example
 * Integration.deleteMessage(queue, { receiptHandle: RequestValue.querystring('receipt') });
 */
export const RequestValue = {
  /** The whole body, or what a JSON path in it leads to, such as `order.id`. */
  body: (path?: string): RequestValue => value(path === undefined ? '$request.body' : `$request.body.${path}`),
  /** A header. */
  header: (name: string): RequestValue => value(`$request.header.${name}`),
  /** A parameter of the query string. */
  querystring: (name: string): RequestValue => value(`$request.querystring.${name}`),
  /** A parameter of the path, without braces. Without a name: the whole path. */
  path: (name?: string): RequestValue => value(name === undefined ? '$request.path' : `$request.path.${name}`),
  /** What API Gateway knows of the request, such as `requestId` or `authorizer.claims.sub`. */
  context: (name: string): RequestValue => value(`$context.${name}`),
  /** A variable of the stage. */
  stageVariable: (name: string): RequestValue => value(`$stageVariables.${name}`),
} as const;

/** A part of the request, or a text that is always the same. */
export type MappedValue = RequestValue | string;
