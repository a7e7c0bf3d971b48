import { type Permission, plainText } from '@gatehouse/construct-kit';
import { type BindingRoute, type BoundIntegration, type Integration } from '../integration';
import { regionIn } from '../services/place';
import { type Answers, boundMapping, type MappingOptions } from './mapping';

/** An action of an AWS service that a route calls. */
export interface AwsOptions extends MappingOptions {
  /** The service as its host names it: `sqs`, `dynamodb`, `runtime.sagemaker`. */
  readonly service: string;
  /** The operation of a service that has them by name: `PutItem`. Either this or `path`. */
  readonly action?: string;
  /** Path of the request to the service, without a slash in front: `123456789012/orders`. Either this or `action`. */
  readonly path?: string;
  /**
   * Verb that the service is asked with.
   * @default 'POST'
   */
  readonly method?: 'DELETE' | 'GET' | 'HEAD' | 'PATCH' | 'POST' | 'PUT';
  /**
   * Region of the service.
   * @default - that of the API
   */
  readonly region?: string;
  /** ARN of the role that API Gateway assumes. It may do what this integration does. */
  readonly roleArn: string;
  /** What callers get; `when` is for the status of the service. */
  readonly answers: Answers;
}

/**
 * Any operation of any AWS service, of a REST API. For common ones there are others that write the template, the answers and the role.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html
 */
export function awsIntegration(options: AwsOptions): Integration {
  const { action, path, roleArn, ...more } = options;
  return {
    bind(route) {
      const one = (action === undefined) !== (path === undefined);
      route.check(one, 'either action or path', { action, path }, 'Name the operation, or the path of the request');
      const rest = action === undefined ? `path/${plainText(path ?? '')}` : `action/${action}`;
      return boundService(route, { ...more, rest }, roleArn);
    },
  };
}

/** An operation of an AWS service. */
export interface ServiceOperation
  extends MappingOptions, Pick<AwsOptions, 'answers' | 'method' | 'region' | 'service'> {
  /** `action/PutItem`, or `path/bucket/{key}`. */
  readonly rest: string;
}

/**
 * An integration with an AWS service that is called with a role of its own.
 *
 * @param operation what to do, for a route, in the region of what the permission names first
 * @param permission all that it needs
 */
export const serviceIntegration = (
  operation: (route: BindingRoute) => ServiceOperation,
  permission: Permission,
): Integration => ({
  bind: (route) => {
    const region = regionIn(permission.resources[0] ?? '');
    return boundService(route, { region, ...operation(route) }, route.roleFor([permission]));
  },
});

function boundService(route: BindingRoute, operation: ServiceOperation, credentials: string): BoundIntegration {
  const { method = 'POST', rest, service } = operation;
  const isService = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(service);
  route.check(isService, 'the name of a service, such as sqs', service, 'Write it as the host of the service does');
  const { partition, region } = route.account();
  const { integration, ...mapped } = boundMapping(route, operation);
  return {
    ...mapped,
    integration: {
      type: 'AWS',
      integrationHttpMethod: method,
      uri: `arn:${partition}:apigateway:${operation.region ?? region}:${service}:${rest}`,
      credentials,
      ...integration,
    },
  };
}
