import { check } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type ParsedRoute } from '../route/route-key';
import { type JsonSchema } from './json-schema';
import { type Model } from './model';

/** What a route may answer, for documents and clients. It changes no answer. */
export interface ResponseOptions {
  /** When it is answered, in a sentence. */
  readonly description?: string;
  /**
   * The form of the body, which is JSON.
   * @default - not said
   */
  readonly body?: JsonSchema | Model;
  /** Names of headers. @default - none */
  readonly headers?: readonly string[];
}

/** A declared answer, in the words of the provider. */
export interface DeclaredResponse {
  readonly statusCode: string;
  readonly description?: string;
  /** Content type to the name of a model. */
  readonly models: Readonly<Record<string, string>>;
  readonly headerNames: readonly string[];
}

type ModelOf = (route: ParsedRoute, suffix: string, body: JsonSchema | Model) => string;

/**
 * @param modelOf gives the name of a body's model
 * @throws ConstructError for a status that no answer has and for a header that is no header's name.
 */
export function declaredResponses(
  api: IConstruct,
  route: ParsedRoute,
  responses: Readonly<Record<number, ResponseOptions>>,
  modelOf: ModelOf,
): DeclaredResponse[] {
  return Object.entries(responses).map(([statusCode, { body, description, headers = [] }]) => {
    const prop = `${route.key}, responses[${statusCode}]`;
    check(api, /^[1-5]\d\d$/.test(statusCode), {
      prop,
      expected: 'a status from 100 to 599',
      found: statusCode,
      fix: 'Use the HTTP status that the route answers with',
    });
    for (const header of headers) {
      check(api, /^[\w-]+$/.test(header), {
        prop: `${prop}.headers`,
        expected: 'the name of a header',
        found: header,
        fix: 'Write it as the route answers with it, such as ETag',
      });
    }
    return {
      statusCode,
      description,
      models: { ...(body && { 'application/json': modelOf(route, statusCode, body) }) },
      headerNames: headers,
    };
  });
}
