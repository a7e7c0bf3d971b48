import type { Unknown } from '../model';
import type { UnseenPart } from '../model/unseen-part';
import { isUnknown } from '../model/value';
import { unknownsIn } from '../terraform/convert';
import type { Values } from '../terraform/values';
import { withKnownNames, type Specification } from './specification';

/** Parts of a body that access depends on and that are not known; of operations, their routes say it. */
export function unseenIn(specification: Specification): readonly UnseenPart<Unknown>[] {
  const { root, paths, pathItems } = specification;
  return [
    ...part(paths.isUnknown(), { what: 'its paths', weight: 'high', routes: true }),
    ...pathItems
      .filter(({ path }) => !path.startsWith('x-'))
      .flatMap(({ path, values }) =>
        part(values.isUnknown(), { what: `the operations of ${path}`, weight: 'guard', routes: true }),
      ),
    ...part(policyStatements(root), { what: 'its resource policy', weight: 'policy' }),
    ...errorResponses(root).flatMap((open) => part(open, { what: 'its gateway responses', weight: 'medium' })),
    ...SETTINGS.flatMap(([name, what]) => part(anyIn(root, name), { what, weight: 'medium' })),
  ];
}

const SETTINGS = [
  ['x-amazon-apigateway-cors', 'its CORS'],
  ['x-amazon-apigateway-endpoint-configuration', 'its default endpoint'],
  ['x-amazon-apigateway-api-key-source', 'where it takes API keys from'],
] as const;

const part = (
  value: Unknown | readonly Unknown[] | undefined,
  more: Omit<UnseenPart, 'value'>,
): readonly UnseenPart<Unknown>[] =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [{ ...more, value }];

/** Of a statement that is known in part, the rules of policies tell. */
function policyStatements(root: Values): Unknown | undefined {
  const statements = root.blockOrEmpty('x-amazon-apigateway-policy').blocks('Statement');
  return isUnknown(statements) ? statements : statements.map((each) => each.isUnknown()).find(Boolean);
}

/** Not the templates of their bodies. */
function errorResponses(root: Values): readonly Unknown[] {
  const responses = withKnownNames(root.blockOrEmpty('x-amazon-apigateway-gateway-responses'));
  const open = responses.names().flatMap((type) => {
    const response = responses.blockOrEmpty(type);
    return ['statusCode', 'responseParameters'].map((name) => response.isUnknown() ?? wholly(response, name));
  });
  return [responses.isUnknown(), ...open].filter(isUnknown);
}

function anyIn(root: Values, name: string): Unknown | readonly Unknown[] | undefined {
  if (!root.hasObject(name)) return wholly(root, name);
  const setting = root.blockOrEmpty(name);
  return unknownsIn(setting.names().map((each) => setting.raw(each)));
}

function wholly(values: Values, name: string): Unknown | undefined {
  const value = values.raw(name);
  return isUnknown(value) ? value : undefined;
}
