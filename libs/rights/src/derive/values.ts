import { type Catalogue } from '../catalogue';
import { sorted } from '../merge-statements';
import { type Found, hasReference } from './stack';

/**
 * What `{=attribute}` stands for: the literal values of attributes that name what someone else made. What refers to a
 * resource of the environment is reached by its name already.
 */
export function valuesIn(found: readonly Found[], catalogue: Catalogue): Record<string, string[]> {
  const values: [string, string[]][] = [];
  for (const [key, { grants, values: attributes = [] }] of Object.entries(catalogue)) {
    for (const attribute of attributes) {
      // Where nothing stands around it, it is an ARN; a name is one of the environment.
      const whole = grants.some(({ on }) => on.includes(`{=${attribute}}`));
      const literal = found
        .filter(({ type }) => type === typeOf(key))
        .flatMap(({ attributes }) => [attributes[attribute] ?? []].flat())
        .filter((value) => typeof value === 'string')
        .filter((value) => !hasReference(value) && (!whole || value.startsWith('arn:')));
      if (literal.length > 0)
        values.push([`${key}.${attribute}`, sorted(literal.map((each) => each.replace(/^\//, '')))]);
    }
  }
  return Object.fromEntries(values.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** `aws_lambda_function` of `aws_lambda_function.layers`, and `data.aws_kms_key` of itself. */
export const typeOf = (key: string): string => /^(data\.)?[^.]+/.exec(key)?.[0] ?? key;
