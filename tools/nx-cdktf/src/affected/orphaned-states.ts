import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStacks, type Stack } from '@gatehouse/terraform';

/** Where a stack of a removed environment kept its state, e.g. `s3://bucket/qa/api.tfstate`. */
export const orphanedStates = (app: string): string[] => readStacks(app).map(placeOf);

/**
 * Stacks of an environment that is still there which are in it no more, each with where it kept its state.
 *
 * @param base the app as it was
 * @param here the app as it is
 */
export function orphanedStacks(base: string, here: string): { readonly stack: string; readonly states: string[] }[] {
  const places = new Set(readStacks(here).map(placeOf));
  return readStacks(base)
    .map((stack) => ({ stack: stack.name, states: [placeOf(stack)] }))
    .filter(({ states }) => !states.some((place) => places.has(place)));
}

function placeOf({ name, directory }: Stack): string {
  const { terraform } = JSON.parse(readFileSync(join(directory, 'cdk.tf.json'), 'utf8')) as Synthesized;
  const { bucket, key } = terraform?.backend?.s3 ?? {};
  return bucket && key ? `s3://${bucket}/${key}` : `the backend of ${name}`;
}

interface Synthesized {
  readonly terraform?: {
    readonly backend?: { readonly s3?: { readonly bucket?: string; readonly key?: string } };
  };
}
