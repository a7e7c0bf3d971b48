import { type TerraformBinary } from './find-terraform';
import { type KeptProviders } from './provider/with-remembered-provider';
import { type Stack } from './stacks';
import { type ChangeSummary, type ProgressEvent } from './ui-events';

export interface TerraformOptions {
  readonly binary: TerraformBinary;
  readonly stack: Stack;
  /** Nothing of the stack was ever applied, as in an emulator that has just started. @default false */
  readonly isNew?: boolean;
  /** Keeps the provider up between commands; who made it closes it. Only for stacks in an emulator. @default - none is kept */
  readonly providers?: KeptProviders;
  /** The stack's state as it is written, where that is known without Terraform; empty before the first apply. @default - Terraform is asked */
  readonly readState?: () => Promise<string>;
  /**
   * Whether a state that cannot be written is written again, and kept when it still cannot; nothing is planned before it is written
   * then. @default false, as for an emulator that holds nothing worth it
   */
  readonly keepsState?: boolean;
  /** @default - progress is not reported */
  readonly onEvent?: (event: ProgressEvent) => void;
  /** Kills Terraform at once, state lost: for when what it talks to is gone. @default - it runs to its end */
  readonly signal?: AbortSignal;
}

export interface PlanOptions {
  /** Where the plan file goes. It holds secrets: never upload or commit it. @default - the stack's work directory */
  readonly out?: string;
  /** Plan the removal of everything. @default - plan what the configuration says */
  readonly destroy?: boolean;
  /** Only look for differences between state and reality. @default - plan configuration changes too */
  readonly refreshOnly?: boolean;
  /** Addresses to replace although nothing about them has changed. @default - none */
  readonly replace?: readonly string[];
  /** Addresses that are planned, with all that they need, and nothing else. @default - everything */
  readonly target?: readonly string[];
  /** What exists already and is put into the state, in the same step. @default - nothing */
  readonly imports?: readonly Import[];
  /** @default - the state is locked; without a lock a read-only role can plan */
  readonly lock?: boolean;
}

/** https://developer.hashicorp.com/terraform/language/import */
export interface Import {
  /** Address of the resource in the configuration. */
  readonly to: string;
  readonly id: string;
}

export interface Plan {
  /** Whether applying would do anything, outputs included. */
  readonly changes: boolean;
  readonly file: string;
  /** Absent when only outputs change. */
  readonly summary?: ChangeSummary;
}
