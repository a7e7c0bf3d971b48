import { readStackConfig, type StackConfig } from './stack-config';
import { type StateFile } from './state-file';
import { type Stack } from './stacks';

/** Where an S3 backend keeps a state, `bucket/key`. */
export function statePlace(backend: unknown): string | undefined {
  const { bucket, key } = (backend ?? {}) as { bucket?: string; key?: string };
  return bucket && key ? `${bucket}/${key}` : undefined;
}

/** Where a stack keeps its own. */
export const placeOf = (stack: Stack): string | undefined =>
  statePlace(readStackConfig(stack).terraform?.backend?.['s3']);

/** Names of the outputs that a configuration reads, by where the other state is. */
export function outputsRead(config: StackConfig): ReadonlyMap<string, ReadonlySet<string>> {
  const text = JSON.stringify(config);
  const sources = Object.entries(config.data?.['terraform_remote_state'] ?? {}).flatMap(([name, source]) => {
    const place = statePlace(source['config']);
    const references = text.matchAll(new RegExp(`data\\.terraform_remote_state\\.${name}\\.outputs\\.([\\w-]+)`, 'g'));
    return place === undefined ? [] : [[place, new Set([...references].map(([, output = '']) => output))] as const];
  });
  return new Map(sources);
}

/** Where the states are that a stack read when it was last applied. */
export function placesRead(state: StateFile | undefined): ReadonlySet<string> {
  const sources = (state?.resources ?? []).filter(({ type }) => type === 'terraform_remote_state');
  const places = sources
    .flatMap(({ instances }) => instances)
    // The configuration may have any form, so the state holds its type next to it.
    .map(({ attributes }) => statePlace((attributes?.['config'] as { value?: unknown } | undefined)?.value));
  return new Set(places.filter((place) => place !== undefined));
}
