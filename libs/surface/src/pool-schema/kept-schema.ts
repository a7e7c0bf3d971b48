import type { SchemaSnapshot } from './snapshot';

/** What a workspace keeps of the user pools of one environment. */
export interface KeptSchema {
  readonly environment: string;
  /** Where it is kept, relative to the workspace. */
  readonly file: string;
  /** Absent: there is no such file. */
  readonly snapshot?: SchemaSnapshot;
}
