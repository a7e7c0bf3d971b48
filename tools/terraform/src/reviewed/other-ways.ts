import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { developmentOverrides } from '../cli-config';
import { SetupError } from '../errors';
import { type TerraformBinary } from '../find-terraform';
import { parseJson } from '../parse-json';
import { CONFIG_FILE, IMPORTS_FILE, readStackConfig } from '../stack-config';
import { statePlace } from '../state-place';
import { type Stack } from '../stacks';
import { shownPath } from '../synthesized';

/**
 * For before a reviewed environment is planned.
 *
 * @throws SetupError Terraform would obey what no review shows
 */
export function refuseOtherWays(of: {
  readonly binary: Pick<TerraformBinary, 'product' | 'env'>;
  readonly all: readonly Stack[];
}): void {
  const ways = otherWays(of.binary, of.all);
  if (ways.length === 0) return;
  const lines = ways.map((way) => `  ${way}`);
  throw new SetupError(
    ['Nothing was applied: Terraform would obey what no review shows.', ...lines, 'Then deploy again.'].join('\n'),
  );
}

/**
 * What Terraform would obey besides the stacks' synthesized JSON, and no plan shows: another workspace or place of the state has the
 * same plan where nothing is applied yet, and another provider may do something else with it. A line each, with what to do.
 */
export const otherWays = (
  { product, env }: Pick<TerraformBinary, 'product' | 'env'>,
  stacks: readonly Stack[],
): string[] => [
  ...Object.keys(env)
    .filter((name) => VARIABLES.test(name) && env[name])
    .sort()
    .map((name) => `${name} is set: unset it`),
  ...overrides(developmentOverrides(product, env)),
  ...stacks.flatMap((stack) => [...filesBeside(stack), ...otherState(stack)]),
];

/** https://developer.hashicorp.com/terraform/cli/config/environment-variables */
const VARIABLES = /^(TF_WORKSPACE|TF_CLI_ARGS(_\w+)?|TF_REATTACH_PROVIDERS)$/;

const overrides = (file: string | undefined): string[] =>
  file === undefined
    ? []
    : [`${file} has dev_overrides, by which another provider runs than was reviewed: remove them`];

/** Terraform merges every such file of the folder. */
function filesBeside({ app, directory }: Stack): string[] {
  return readdirSync(directory)
    .filter((name) => READ_BY_TERRAFORM.test(name) && ![CONFIG_FILE, IMPORTS_FILE].includes(name))
    .sort()
    .map(
      (name) => `${shownPath(join(directory, name))} is not of the synthesis: remove it, or run "npx nx synth ${app}"`,
    );
}

const READ_BY_TERRAFORM = /^[^.].*\.(tf|tofu)(\.json)?$|^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/;

/** What `terraform init` and `terraform workspace select` noted, which later commands take for what was asked. */
function otherState(stack: Stack): string[] {
  const { workDirectory } = stack;
  const data = join(workDirectory, 'data');
  const workspace = read(join(data, 'environment'))?.trim() || 'default';
  const noted = parseJson<{ backend?: { config?: unknown } }>(read(join(data, 'terraform.tfstate')) ?? '{}');
  const place = statePlace(noted?.backend?.config);
  const asked = statePlace(readStackConfig(stack).terraform?.backend?.['s3']);
  const remove = `remove ${shownPath(workDirectory)}`;
  return [
    ...(workspace === 'default' ? [] : [`${stack.name} has the workspace "${workspace}" selected: ${remove}`]),
    ...(place === undefined || place === asked
      ? []
      : [
          `${stack.name} was initialised with its state in ${place}, and belongs into ${asked ?? 'no bucket'}: ${remove}`,
        ]),
  ];
}

const read = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
