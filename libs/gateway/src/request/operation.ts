import { check } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type WrittenRoute } from '../definition/writer';
import { type ParsedRoute } from '../route/route-key';
import { type BodyModels } from './body-models';
import { declaredResponses, type ResponseOptions } from './declared-responses';

/** What documents and clients say of a route, and whether its callers need an API key. */
export interface OperationOptions {
  /**
   * Name of the operation, such as `listReports`: that of the function in a generated client.
   * @default - none
   */
  readonly operationName?: string;
  /**
   * Whether a request needs an API key of a usage plan, in `x-api-key`. A key tells callers apart for throttles and quotas; who may call
   * is for `auth` to say.
   * @default false
   */
  readonly apiKeyRequired?: boolean;
  /**
   * What the route may answer, by status.
   * @default - not said
   */
  readonly responses?: { readonly [status: number]: ResponseOptions };
}

/** @throws ConstructError for a name that is no name in a program, and for responses that are none. */
export function operationOf(
  api: IConstruct,
  route: ParsedRoute,
  options: OperationOptions,
  models: BodyModels,
): Pick<WrittenRoute, 'apiKeyRequired' | 'declared' | 'operationName'> {
  const { apiKeyRequired = false, operationName, responses = {} } = options;
  checkOperationName(api, route.key, operationName);
  return {
    apiKeyRequired,
    operationName,
    declared: declaredResponses(api, route, responses, (at, suffix, body) => models.nameOf(at, suffix, body)),
  };
}

/** @throws ConstructError for a name that is no name in a program. */
export function checkOperationName(api: IConstruct, key: string, name: string | undefined): void {
  check(api, name === undefined || /^[A-Za-z_]\w{0,63}$/.test(name), {
    prop: `${key}, operationName`,
    expected: 'letters, digits and _, at most 64, no digit first',
    found: name,
    fix: 'Write it as the function of a client would be named, such as listReports',
  });
}
