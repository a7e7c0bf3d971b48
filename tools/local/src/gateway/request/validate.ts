import { UserError } from '@gatehouse/cli-kit';
import { type Model, type RestApi, type RestRoute } from '@gatehouse/surface';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv-draft-04';
import { badBody, badParameters } from '../errors';
import { type Exchange } from '../exchange';
import { header, mediaType } from '../headers';

/** Throws a GatewayError unless the request satisfies the method's validator. */
export type Validate = (exchange: Exchange) => void;

/** Compiles a model of an API by name; a model may point to another by its URL. */
export type Models = (name: string) => ValidateFunction;

/**
 * Parameters first, then the body, each only if the validator says so.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
export function requestValidator(route: RestRoute, models: Models): Validate | undefined {
  const { validator } = route;
  if (!validator?.parameters && !validator?.body) return undefined;
  const bodies = validator.body ? compileBodies(route, models) : {};
  const required = Object.keys(route.requestParameters)
    .filter((name) => route.requestParameters[name])
    .sort();
  return (exchange) => {
    if (validator.parameters) checkParameters(required, exchange);
    if (validator.body) checkBody(bodies, exchange);
  };
}

function checkParameters(required: readonly string[], exchange: Exchange): void {
  const missing = required
    .map((mapping) => mapping.replace('method.request.', ''))
    .filter((mapping) => !parameter(mapping, exchange)?.trim())
    .map((mapping) => mapping.slice(mapping.indexOf('.') + 1));
  if (missing.length > 0) throw badParameters(missing);
}

function parameter(mapping: string, exchange: Exchange): string | undefined {
  const name = mapping.slice(mapping.indexOf('.') + 1);
  if (mapping.startsWith('path.')) return exchange.pathParameters?.[name];
  if (mapping.startsWith('querystring.')) return exchange.query.single[name];
  // Recorded on AWS: the validator, unlike the authorizer, wants the header's name in the declared case.
  const { rawHeaders } = exchange.request;
  const at = rawHeaders.findIndex((text, index) => index % 2 === 0 && text === name);
  return at < 0 ? undefined : rawHeaders[at + 1];
}

/** Content type -> check. */
type Bodies = Readonly<Record<string, ValidateFunction>>;

function compileBodies({ address, requestModels }: RestRoute, models: Models): Bodies {
  const compile = ([type, model]: [string, string]) => {
    try {
      return [type, models(model)] as const;
    } catch (error) {
      throw new UserError(`${address}: request model "${model}": ${(error as Error).message}`, { cause: error });
    }
  };
  return Object.fromEntries(Object.entries(requestModels).map(compile));
}

function checkBody(bodies: Bodies, { request }: Exchange): void {
  const type = mediaType(header(request.rawHeaders, 'content-type') ?? 'application/json');
  const validate = bodies[type] ?? bodies['$default'];
  // No model for this content type: AWS lets the body through unchecked.
  if (!validate) return;
  let body: unknown;
  try {
    body = request.body.length === 0 ? {} : JSON.parse(request.body.toString('utf8'));
  } catch {
    throw badBody('[unparsable JSON]');
  }
  if (!validate(body)) throw badBody(describe(validate.errors ?? []));
}

export function compileModels(api: RestApi): Models {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, logger: false });
  const url = (name: string) => `https://apigateway.amazonaws.com/restapis/${api.id}/models/${name}`;
  for (const model of api.models) ajv.addSchema(parseSchema(model), url(model.name));
  return (name) => {
    const validate = ajv.getSchema(url(name));
    if (validate) return validate as ValidateFunction;
    // AWS makes these two for every REST API; Terraform does not know them.
    if (name === 'Empty' || name === 'Error') return ajv.compile({ type: 'object' });
    throw new UserError(`the API has no model of that name (it has: ${names(api)})`);
  };
}

const names = ({ models }: RestApi): string => models.map(({ name }) => name).join(', ') || 'none';

function parseSchema({ name, schema }: Model): object {
  try {
    // ajv-draft-04 knows the draft by its name alone; AWS accepts its URL with and without the `#`.
    return { ...(JSON.parse(schema) as object), $schema: undefined };
  } catch (error) {
    throw new UserError(`model ${name}: its schema is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

const describe = (errors: readonly ErrorObject[]): string =>
  `[${errors.map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`).join(', ')}]`;
