import { type SynthesizedStack } from '@gatehouse/testing';

/** Every Terraform address of a stack, sorted. */
export function addressesOf({ resource, data }: SynthesizedStack): string[] {
  const within = (types: SynthesizedStack['resource'], prefix: string) =>
    Object.entries(types).flatMap(([type, named]) => Object.keys(named).map((name) => `${prefix}${type}.${name}`));
  return [...within(resource, ''), ...within(data, 'data.')].sort();
}
