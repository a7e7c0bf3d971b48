import { canonicalJson } from '../canonical-json';
import type { RestApi, Unknown } from '../model';
import { isUnknown } from '../model/value';
import type { Route } from './route';
import type { ValidationRow } from './route-row';
import { text } from './text';

/** Undefined: nothing is checked, or nothing is known of it. */
export function validationOf(route: Route): ValidationRow | undefined {
  const { api, validator } = route;
  const own = api.kind === 'REST' ? api.api.routes.find(({ address }) => address === route.address) : undefined;
  if (api.kind !== 'REST' || !own || validator === undefined || isUnknown(validator)) return undefined;
  const { requestModels, requestParameters } = own;
  const parameters = isUnknown(requestParameters) ? {} : requestParameters;
  return {
    body: validator.body === true,
    parameters: validator.parameters === true,
    models: isUnknown(requestModels)
      ? {}
      : Object.fromEntries(Object.entries(requestModels).map(([type, name]) => [type, schemaOf(name, api.api)])),
    required: Object.keys(parameters)
      .filter((name) => parameters[name] === true && !name.startsWith('method.request.path.'))
      .map((name) => name.replace('method.request.', ''))
      .sort(),
  };
}

function schemaOf(model: string | Unknown, { models }: RestApi<Unknown>): string {
  const name = isUnknown(model) ? undefined : model;
  const found = models.find(
    (each) => each.name === name || (isUnknown(model) && model.references?.some(isOf(each.address))),
  );
  return found ? text(canonicalJson(found.schema)) : text(model);
}

const isOf = (address: string) => (reference: string) => reference.startsWith(`${address}.`);
