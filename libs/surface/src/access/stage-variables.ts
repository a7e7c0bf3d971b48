import type { Canary, Table, Unknown } from '../model';
import { nameOf } from '../model/located';
import { isUnknown } from '../model/value';

/** A stage of either generation, as far as it fills in variables. */
export interface Filling {
  readonly name: string | Unknown;
  readonly address: string;
  readonly variables: Table<string, Unknown>;
  readonly canary?: Canary<Unknown>;
}

/**
 * What a text with `${stageVariables.x}` is on each stage, by the stage's name; of a canary, whose variables may differ, by
 * `<name>, canary`. A text without variables is the same everywhere and has no entry.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html
 */
export function onStages(
  text: string | Unknown | undefined,
  stages: readonly Filling[],
): ReadonlyMap<string, string | Unknown> {
  if (typeof text !== 'string' || !text.includes(START)) return NONE;
  return new Map(
    stages.flatMap(({ name, address, variables, canary }) => {
      const key = nameOf({ name, address });
      const own = [key, filledIn(text, variables)] as const;
      if (canary === undefined) return [own];
      const overridden = isUnknown(canary.variables) ? canary.variables : merged(variables, canary.variables);
      return [own, [`${key}, canary`, filledIn(text, overridden)] as const];
    }),
  );
}

const START = '${stageVariables.';
const VARIABLE = /\$\{stageVariables\.(\w+)\}/g;
const NONE: ReadonlyMap<string, string> = new Map();

const merged = (variables: Table<string, Unknown>, overrides: Readonly<Record<string, string | Unknown>>) =>
  isUnknown(variables) ? variables : { ...variables, ...overrides };

function filledIn(text: string, variables: Table<string, Unknown>): string | Unknown {
  if (isUnknown(variables)) return variables;
  const names = [...text.matchAll(VARIABLE)].map(([, name = '']) => name);
  const open = names.map((name) => variables[name]).find(isUnknown);
  return open ?? text.replaceAll(VARIABLE, (written, name: string) => String(variables[name] ?? written));
}
