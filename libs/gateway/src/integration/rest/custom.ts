import { plainText } from '@gatehouse/construct-kit';
import { type HttpIntegrationOptions, restProxy } from '../http';
import { type Integration } from '../integration';
import { type LambdaTarget } from '../lambda';
import { mockOf } from '../mock';
import { type Answer, boundAnswers } from './answers';
import { type Answers, boundMapping, type MappingOptions } from './mapping';

/** How a function is called with templates of one's own. */
export interface CustomLambdaOptions extends MappingOptions {
  /** What callers get; `when` is for the message of an error that the function throws. */
  readonly answers: Answers;
}

/**
 * A Lambda function that gets what a template makes of the request (Lambda custom integration), of a REST API.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-custom-integrations.html
 */
export function customLambda(target: LambdaTarget, options: CustomLambdaOptions): Integration {
  return {
    bind(route) {
      const { integration, ...more } = boundMapping(route, options);
      const uri = route.allowInvocation(target);
      return { ...more, integration: { type: 'AWS', integrationHttpMethod: 'POST', uri, ...integration } };
    },
  };
}

/** How a URL is called with templates of one's own. */
export interface CustomHttpOptions extends MappingOptions, Omit<HttpIntegrationOptions, 'timeoutMilliseconds'> {
  /**
   * Verb that the backend is asked with.
   * @default - that of the request
   */
  readonly method?: 'DELETE' | 'GET' | 'HEAD' | 'OPTIONS' | 'PATCH' | 'POST' | 'PUT';
  /** What callers get; `when` is for the status of the backend. */
  readonly answers: Answers;
}

/**
 * A server that gets what a template makes of the request (HTTP custom integration), of a REST API.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html
 */
export function customHttp(options: CustomHttpOptions): Integration {
  return {
    bind(route) {
      const { insecureSkipVerification, timeoutMilliseconds, url, vpcLinkId } = options;
      const proxy = { insecureSkipVerification, timeoutMilliseconds, url, vpcLinkId };
      const plain = restProxy(route, proxy, Object.keys(options.parameters?.path ?? {}));
      const { integration, ...mapped } = boundMapping(route, options);
      const { method = plain.integration.integrationHttpMethod } = options;
      return {
        ...mapped,
        requestParameters: { ...plain.requestParameters, ...mapped.requestParameters },
        integration: {
          ...plain.integration,
          ...integration,
          type: 'HTTP',
          integrationHttpMethod: method,
          requestParameters: { ...plain.integration.requestParameters, ...integration.requestParameters },
        },
      };
    },
  };
}

/** What API Gateway answers itself, by templates of one's own. */
export interface CustomMockOptions {
  /** What callers get; `when` is for the status that the template of the request names. */
  readonly answers: Answers;
  /**
   * Mapping template that names the status: `{"statusCode": 200}`.
   * @default - the status of the answer without `when`
   */
  readonly requestTemplate?: string;
}

/**
 * An answer that templates make of the request, without a backend, of a REST API. A fixed one is `Integration.mock`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html
 */
export function customMock({ answers, requestTemplate }: CustomMockOptions): Integration {
  return {
    bind(route) {
      const responses = boundAnswers(route, answers);
      const status = (answers as readonly Answer[]).find(({ when }) => when === undefined)?.status ?? 200;
      const { requestTemplates, ...mock } = mockOf(status);
      const own = requestTemplate === undefined ? requestTemplates : { 'application/json': plainText(requestTemplate) };
      return { integration: { ...mock, requestTemplates: own }, responses };
    },
  };
}
