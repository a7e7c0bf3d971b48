import { type Catalogue } from '../catalogue';
import { sorted } from '../merge-statements';
import { type Place } from '../place';
import { type EnvironmentRights } from '../rights';
import { nameProblems } from './names';
import { passedTo } from './passed-to';
import { roleStatements } from './role-statements';
import { type Attributes, type Found, foundIn, placeOf, type SynthesizedStack } from './stack';
import { typeOf, valuesIn } from './values';

export { type StackContent, type SynthesizedStack } from './stack';

export interface Derived {
  readonly rights: EnvironmentRights;
  /** What stands in the way of rights, each with its place and what to do. */
  readonly problems: readonly string[];
}

/** What CI needs for an environment, and the most that its roles may do, as its stacks are synthesized. */
export function deriveRights(stacks: readonly SynthesizedStack[], place: Place, catalogue: Catalogue): Derived {
  const found = foundIn(stacks);
  const boundary = roleStatements(found, { stacks, catalogue, place });
  const regions = otherRegions(stacks, place);
  return {
    rights: {
      types: typesIn(found, catalogue),
      ...(regions.length > 0 && { regions }),
      values: valuesIn(found, catalogue),
      passedTo: passedTo(found),
      boundary: boundary.statements,
    },
    problems: [...found.flatMap((each) => problemsOf(each, catalogue, place)), ...boundary.problems],
  };
}

function typesIn(found: readonly Found[], catalogue: Catalogue): string[] {
  const keys = Object.keys(catalogue).filter((key) => key !== typeOf(key));
  return sorted(
    found.flatMap(({ attributes, type }) => [
      ...(type in catalogue ? [type] : []),
      ...keys.filter((key) => typeOf(key) === type && isSet(valueAt(attributes, key.slice(type.length + 1)))),
    ]),
  );
}

/** What `lambda_config.kms_key_id` leads to; of a block that may be there several times, in the first one. */
const valueAt = (attributes: Attributes, path: string): unknown =>
  path.split('.').reduce<unknown>((value, step) => ([value].flat()[0] as Attributes | undefined)?.[step], attributes);

const isSet = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== false && !(Array.isArray(value) && value.length === 0);

function problemsOf(found: Found, catalogue: Catalogue, place: Place): string[] {
  const entry = catalogue[found.type];
  return entry === undefined ? [unknownType(found)] : nameProblems(found, entry, place);
}

function unknownType(found: Found): string {
  const isData = found.type.startsWith('data.');
  const example = isData
    ? `'${found.type}': reads(of('<service>', '<Action> <Action>'), '<ARN>')`
    : `${found.type}: { ...named(), grants: [{ on: [arn('<service>', '{prefix}*')], read: of('<service>', '<Action>'), create: ..., change: ..., delete: ... }] }`;
  return [
    placeOf(found),
    `  expected  a type that the catalogue of rights knows`,
    `  found     ${found.type}`,
    `  to do     Add what Terraform asks of AWS for it to the file of its service in libs/rights/src/catalogue:`,
    `            ${example}`,
    `            The actions are in https://docs.aws.amazon.com/service-authorization/latest/reference/; a test holds them to it.`,
  ].join('\n');
}

/** Regions that a stack has a provider of, besides the environment's own. */
const otherRegions = (stacks: readonly SynthesizedStack[], { region }: Place): string[] =>
  sorted(
    stacks
      .flatMap(({ content }) => content.provider?.['aws'] ?? [])
      .map((provider) => provider['region'])
      .filter((other) => typeof other === 'string')
      .filter((other) => other !== region && !hasReferenceIn(other)),
  );

const hasReferenceIn = (text: string): boolean => text.includes('${');
