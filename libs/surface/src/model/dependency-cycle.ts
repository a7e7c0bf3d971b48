import type { Located } from './located';

/** Blocks of one stack that need each other, so that Terraform can make none of them first. */
export interface DependencyCycle extends Located {
  /** From block to block; the last one needs the first. */
  readonly steps: readonly DependencyStep[];
}

/** One block of a cycle, and where it names the next one. */
export interface DependencyStep {
  readonly address: string;
  /** The argument that names the next one: `environment`. */
  readonly argument: string;
}
