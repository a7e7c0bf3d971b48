import { type RestApi, type RestRoute } from '@gatehouse/surface';
import { compileModels } from '../gateway/request/validate';
import { exampleOf, type Schema } from './example';

/** What can be sent to a route. */
export interface Bodies {
  readonly contentType: string;
  /** JSON that the model accepts; absent: none could be made up. */
  readonly good?: string;
  /** JSON that the validator refuses; absent: it refuses none that was tried. */
  readonly bad?: string;
}

/** Makes bodies for the routes of an API from their models. */
export function bodiesOf(api: RestApi): (route: RestRoute) => Bodies | undefined {
  const models = compileModels(api);
  return (route) => {
    const [contentType, model] = chosenModel(route) ?? [];
    if (contentType === undefined || model === undefined) return undefined;
    const accepts = models(model);
    const example = exampleOf(schemaOf(api, model), (ref) => resolve(api, model, ref));
    const bad = route.validator?.body ? UNLIKELY.find((value) => !accepts(value)) : undefined;
    return {
      contentType: contentType === '$default' ? JSON_TYPE : contentType,
      ...(accepts(example) && { good: JSON.stringify(example) }),
      ...(bad !== undefined && { bad: JSON.stringify(bad) }),
    };
  };
}

/** What few models accept, from the likely mistake to the absurd. */
const UNLIKELY: readonly unknown[] = [{}, [], 'text', 0];

const JSON_TYPE = 'application/json';

const chosenModel = ({ requestModels }: RestRoute): readonly [string, string] | undefined =>
  Object.entries(requestModels).find(([type]) => type === '$default' || type === JSON_TYPE || type.endsWith('+json'));

function schemaOf({ models }: RestApi, name: string): Schema {
  const model = models.find((each) => each.name === name);
  // `Empty` and `Error` are in every API: any object.
  return model ? (JSON.parse(model.schema) as Schema) : { type: 'object' };
}

/** `#/definitions/x` in the same model, or another model by its URL. */
function resolve(api: RestApi, model: string, ref: string): Schema | undefined {
  const [, other] = /\/models\/([^/#]+)/.exec(ref) ?? [];
  const [, path = ''] = ref.split('#');
  let found: unknown = schemaOf(api, other ?? model);
  for (const key of path.split('/').filter(Boolean)) found = (found as Schema | undefined)?.[key];
  return found as Schema | undefined;
}
