import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package as npm installed it. */
export interface Package {
  /** Its own name, which an alias does not change. */
  readonly name: string;
  readonly version: string;
  /** The provider that prebuilt bindings are for. */
  readonly provider?: string;
}

/** What stands in the workspace's node_modules under a name. */
export function installed(workspace: string, as: string): Package {
  const file = join(workspace, 'node_modules', as, 'package.json');
  const { name, version, cdktf } = JSON.parse(readFileSync(file, 'utf8')) as Package & {
    cdktf?: { provider?: { version: string } };
  };
  return { name, version, ...(cdktf?.provider && { provider: cdktf.provider.version }) };
}
