import { createHash } from 'node:crypto';
import { deployedTypes } from '@gatehouse/surface/deployed-types';
import { addressesOf } from './alone';
import { type Json, type Resources, type Served } from './sink';

/** With a deployment that holds the copies, as constructs write it: after them, and anew when one of them changes. */
export function deployedWith(resources: Resources, copies: Resources, { deployment }: Served): Resources {
  if (deployment === undefined) return resources;
  const held = Object.fromEntries(Object.entries(copies).filter(([type]) => deployedTypes.includes(type)));
  const { aws_api_gateway_deployment: deployments, ...others } = resources;
  const before = deployments![deployment]!;
  const after: Json = {
    ...before,
    depends_on: [...((before.depends_on ?? []) as string[]), ...addressesOf(held)],
    triggers: { content: createHash('sha256').update(JSON.stringify(held)).digest('hex') },
  };
  return { ...others, aws_api_gateway_deployment: { ...deployments, [deployment]: after } };
}

type Snapshot = Readonly<Record<string, readonly Json[]>>;

/** Marks of the copies that callers do not see as they are. */
export async function notServed(url: string, apiId: string, { stage }: Served): Promise<ReadonlySet<string>> {
  const differing = await differences(url, apiId, stage);
  const marks = differing.map((each) => /\bc\d+/.exec(each)?.[0]);
  const others = differing.filter((_, index) => marks[index] === undefined);
  if (others.length > 0) throw new Error(`The stage serves something else of ${others.join(', ')}`);
  return new Set(marks as string[]);
}

/** Names of what callers of a stage do not see as the API is. */
export async function differences(url: string, apiId: string, stage: string): Promise<string[]> {
  const [served, current] = await Promise.all([
    snapshot(url, { apiId, stage }),
    snapshot(url, { apiId, current: 'true' }),
  ]);
  return Object.keys(current).flatMap((part) => onlyIn(served[part] ?? [], current[part]!));
}

async function snapshot(url: string, query: Readonly<Record<string, string>>): Promise<Snapshot> {
  const response = await fetch(`${url}/moto-api/gatehouse/deployment?${new URLSearchParams(query)}`);
  if (!response.ok)
    throw new Error(`The emulator does not tell what ${JSON.stringify(query)} is: ${await response.text()}`);
  const { settings, ...parts } = (await response.json()) as Record<string, unknown>;
  const lists = Object.entries(parts).filter(([, part]) => Array.isArray(part)) as [string, readonly Json[]][];
  return { ...Object.fromEntries(lists), settings: [{ name: 'settings', ...(settings as Json) }] };
}

/** Names of what is in one of the two alone. */
function onlyIn(one: readonly Json[], other: readonly Json[]): string[] {
  const [ones, others] = [one, other].map((each) => new Set(each.map((part) => JSON.stringify(part))));
  const differing = [...one.filter((part) => !others!.has(JSON.stringify(part)))];
  differing.push(...other.filter((part) => !ones!.has(JSON.stringify(part))));
  return differing.map(({ path, name, routeKey, responseType }) => String(path ?? routeKey ?? name ?? responseType));
}
