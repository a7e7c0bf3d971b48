import type { Emulator } from '@gatehouse/local-tools/emulator';
import type { Severity } from '@gatehouse/surface';
import type { MergePatch, TerraformJson } from './json';

/** `critical route-public`: a rule that must find something, and how bad it must say that is. */
export type Expected = `${Exclude<Severity, 'expected'>} ${string}`;

/** One change of an environment's sources, or of plain Terraform, and what a reviewer must hear about it. */
export interface Change {
  readonly id: string;
  /** What somebody does, in their words. */
  readonly title: string;
  /** All that must be found; empty for a harmless change. What is `expected` is for no decision and is left out. */
  readonly expected: readonly Expected[];
  readonly edit: SourceEdit | TerraformEdit;
}

/** An edit of our own sources: `local`, made as strict as a production environment, is synthesized and planned again. */
export interface SourceEdit {
  readonly kind: 'source';
  /** What changes in `environments/local.json`. */
  readonly environment?: MergePatch;
  /** Text that is in a file exactly once, and what takes its place. */
  readonly replace?: readonly (readonly [file: string, text: string, by: string])[];
  /** What somebody does past Terraform before the plan; returns what undoes it. */
  readonly outside?: (
    emulator: Emulator,
    outputs: Readonly<Record<string, unknown>>,
  ) => Promise<() => Promise<void>>;
  /** @default - nothing more than a plan of everything takes */
  readonly planArguments?: readonly string[];
}

/** An edit of plain Terraform of another team, for what our constructs do not make. */
export interface TerraformEdit {
  readonly kind: 'terraform';
  /** Applied before; its resources have names of their own, so that those of all changes are one stack. */
  readonly configuration: TerraformJson;
  /** What changes in it; takes the configuration's `moved` and other blocks as they are. */
  readonly patch: MergePatch;
  /** @default - nothing more than a plan of everything takes */
  readonly planArguments?: readonly string[];
}

export const isDangerous = ({ expected }: Change): boolean => expected.length > 0;

/** A change that must be flagged. */
export const dangerous = (
  id: string,
  title: string,
  expected: Expected | readonly [Expected, ...Expected[]],
  edit: Change['edit'],
): Change => ({ id, title, expected: typeof expected === 'string' ? [expected] : expected, edit });

/** A change that must not be flagged. */
export const harmless = (id: string, title: string, edit: Change['edit']): Change => ({
  id,
  title,
  expected: [],
  edit,
});

export const source = (edit: Omit<SourceEdit, 'kind'>): SourceEdit => ({ kind: 'source', ...edit });

export const environment = (patch: MergePatch): SourceEdit => source({ environment: patch });

export const terraform = (
  configuration: TerraformJson,
  patch: MergePatch,
  more: Pick<TerraformEdit, 'planArguments'> = {},
): TerraformEdit => ({ kind: 'terraform', configuration, patch, ...more });
