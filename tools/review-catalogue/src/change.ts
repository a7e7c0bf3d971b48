import type { EnvironmentSettings, Severity } from '@gatehouse/surface';
import { isJsonObject, mergePatch, type JsonObject, type TerraformJson } from './json';

/** `critical route-public` or `critical route-public <address>`: what the review must find, there or anywhere. */
export type Expected = `${Severity} ${string}`;

/** One entry of the catalogue: an edit of real Terraform, and what the review must find in its plan. */
export interface Change {
  readonly id: string;
  /** What a developer does. */
  readonly title: string;
  /**
   * All that must be found; empty for a harmless change. Findings of severity `expected` decide nothing: of them only
   * those that are named here are compared.
   */
  readonly expected: readonly Expected[];
  /** Rules that come close and must stay quiet: the id, or the id and an address. @default - none */
  readonly quiet?: readonly string[];
  readonly edit: Edit;
}

/** Terraform JSON of each stack, in the order in which they are applied. */
export type Stacks = Readonly<Record<string, TerraformJson>>;

export interface Edit {
  /** Applied first; changes with the very same object share what is deployed. Empty: everything is new. */
  readonly before: Stacks;
  /** Planned on top of it. */
  readonly after: Stacks;
  /** An environment file in place of Terraform: nothing is planned. @default - Terraform alone */
  readonly settings?: EnvironmentSettings;
  /** Never planned in one stack with other changes, as its plan fails. @default false */
  readonly alone?: boolean;
  /** A folder of HCL files that belong to every stack of `after`. @default - none */
  readonly folder?: string;
  /** Whether the plan reads what is deployed again. @default false, it was just applied */
  readonly refresh?: boolean;
  /** @default - nothing more than a plan of everything takes */
  readonly planArguments?: readonly string[];
  /** Attributes by address that the emulator does not keep: put into the state after the apply. @default - none */
  readonly state?: Readonly<Record<string, object>>;
  /**
   * Calls of Cognito's API after the apply, past Terraform: operation and body, in which `${name}` is an output of the
   * stack. @default - none
   */
  readonly outside?: readonly (readonly [operation: string, body: Readonly<Record<string, string>>])[];
}

export const isDangerous = ({ expected }: Change): boolean => expected.some((each) => !each.startsWith('expected '));

/** A change that must be flagged. */
export const dangerous = (
  id: string,
  title: string,
  expected: Expected | readonly [Expected, ...Expected[]],
  edit: Edit,
): Change => ({ id, title, expected: typeof expected === 'string' ? [expected] : expected, edit });

/** A change that must not be flagged; `quiet` names the rules that come close. */
export const harmless = (id: string, title: string, edit: Edit, ...quiet: readonly string[]): Change => ({
  id,
  title,
  expected: [],
  edit,
  quiet,
});

/** The stack of plain Terraform that no construct of ours made. */
export const PLAIN_STACK = 'another-team';

/** A merge patch of plain Terraform. */
export const terraform = (
  configuration: TerraformJson,
  patch: JsonObject,
  more: Omit<Edit, 'before' | 'after'> = {},
): Edit => ({
  before: { [PLAIN_STACK]: configuration },
  after: { [PLAIN_STACK]: withoutEmpty(mergePatch(configuration, patch) as TerraformJson) },
  ...more,
});

/** Terraform refuses a type of resource with nothing in it. */
function withoutEmpty(configuration: TerraformJson): TerraformJson {
  const { resource } = configuration;
  if (!isJsonObject(resource)) return configuration;
  const types = Object.entries(resource).filter(([, all]) => Object.keys(all ?? {}).length > 0);
  return { ...configuration, resource: Object.fromEntries(types) };
}
