import { type StateJson, type StateResource } from '../plan-json';
import { type Canary } from './canaries';

interface Deployed {
  /** What its configuration was when it was deployed. */
  readonly configuration?: unknown;
  /** `2026-11-29T01:00:00Z` */
  readonly since?: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** What the stage of an API serves, as its state has it; nothing before it is applied. */
export interface Served {
  readonly everyone?: Deployed;
  readonly canary?: Deployed;
}

export function servedOf({ values }: StateJson, { deployments, stage }: Canary): Served {
  const resources = new Map((values?.root_module?.resources ?? []).map((each) => [each.address, each]));
  const applied = resources.get(stage)?.values;
  const [settings] = (applied?.['canary_settings'] ?? []) as Record<string, unknown>[];
  const of = (address: string, variables: unknown): Deployed | undefined => {
    const deployment = resources.get(address);
    return deployment && deployed(deployment, (variables ?? {}) as Deployed['variables']);
  };
  return {
    everyone: of(deployments.everyone, applied?.['variables']),
    canary: settings && of(deployments.canary, settings['stage_variable_overrides']),
  };
}

function deployed({ values = {} }: StateResource, variables: Deployed['variables']): Deployed {
  const { configuration } = (values['triggers'] ?? {}) as { readonly configuration?: unknown };
  const since = values['created_date'];
  return { configuration, variables, ...(typeof since === 'string' && { since }) };
}
