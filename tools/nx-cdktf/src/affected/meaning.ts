import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from '@gatehouse/checks';
import { readStacks } from '@gatehouse/terraform';
import { canonical } from '../canonical';

/**
 * What an app's synthesized stacks say to Terraform, as one text to compare: the JSON of every stack without comments
 * (CDKTF notes construct paths there) and without the order of keys. Code is in it by the hash in its archive's path.
 *
 * @throws SetupError when the app is not synthesized
 */
export function meaning(app: string): string {
  const stacks = readStacks(app).map(({ name, directory, dependencies }) => {
    const content = JSON.parse(readFileSync(join(directory, 'cdk.tf.json'), 'utf8')) as unknown;
    return [name, { content: withoutComments(content), dependencies: [...dependencies].sort() }] as const;
  });
  return canonical(Object.fromEntries(stacks)) ?? '';
}

/** https://developer.hashicorp.com/terraform/language/syntax/json#comment-properties */
function withoutComments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutComments);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '//')
      .map(([key, inner]) => [key, withoutComments(inner)]),
  );
}
