import { type Permission } from '@gatehouse/construct-kit';
import { type AnswersChanged, responseParameters, written } from '../http-mapping';
import { httpTimeout } from '../http-timeout';
import { type BindingRoute, type HttpApiIntegration } from '../integration';
import { type MappedValue } from '../request-value';
import { regionIn } from './place';

/** What every integration with an AWS service may say besides. */
export interface ServiceOptions {
  /**
   * Milliseconds until API Gateway answers 503, 50 to 30000.
   * @default 30000
   */
  readonly timeoutMilliseconds?: number;
  /**
   * What becomes of the service's answer, by its status.
   * @default - callers get it as it is
   */
  readonly answers?: AnswersChanged;
}

type Parameters = Readonly<Record<string, MappedValue | undefined>>;

export interface Service {
  /** What API Gateway does: `SQS-SendMessage`. */
  readonly subtype: string;
  /** What the service is given. Undefined: not sent. */
  readonly parameters: Parameters | ((route: BindingRoute) => Parameters);
  /** What API Gateway needs for it. The service is called in the region of what it names first. */
  readonly permission: Permission;
}

/**
 * An integration of an HTTP API with an AWS service, called with a role that may do this and nothing else.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html
 */
export function serviceIntegration(service: Service, options: ServiceOptions = {}): HttpApiIntegration {
  return {
    bindHttp(route) {
      const Region = regionIn(service.permission.resources[0] ?? '');
      const parameters = Object.entries({ ...parametersOf(route, service), Region }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, written(route, value)] as const],
      );
      return {
        integrationType: 'AWS_PROXY',
        integrationSubtype: service.subtype,
        credentialsArn: route.roleFor([service.permission]),
        payloadFormatVersion: '1.0',
        timeoutMilliseconds: httpTimeout(route, options.timeoutMilliseconds),
        requestParameters: Object.fromEntries(parameters),
        ...responseParameters(route, options.answers),
      };
    },
  };
}

const parametersOf = (route: BindingRoute, { parameters }: Service): Parameters =>
  typeof parameters === 'function' ? parameters(route) : parameters;
