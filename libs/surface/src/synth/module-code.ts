import type { SynthesizedStack } from './resources';

/** The code of a root module, or of a module in it, in Terraform's JSON syntax. */
export interface ModuleCode {
  readonly content: SynthesizedStack;
  /** The modules that it calls, by the names of the calls. @default - none that can be read */
  readonly modules?: Readonly<Record<string, ModuleCode>>;
  /** The text of a file that the code names, for `file` and `templatefile`. @default - none can be read */
  readonly file?: (path: string) => string | undefined;
  /** The hash of what is in a file that the code names, text or not. @default - none can be read */
  readonly hash?: (path: string) => string | undefined;
  /** `path.module`, from the root module. @default . */
  readonly path?: string;
  /** Values of its variables, of a root module; those of other modules are what the call passes. @default - none */
  readonly variables?: Readonly<Record<string, unknown>>;
}
