/** What a snapshot says about itself, and about the environment whose memory it has. */
export interface Facts {
  readonly versions: Versions;
  /** Where the emulator answered; synthesized stacks name it. */
  readonly endpoint: string;
  /** By stack, the hash of what was applied; null when it was applied in part, or by another program. */
  readonly stacks: Readonly<Record<string, string | null>>;
  /** By user name, the hash of the user as the file of users had it. */
  readonly users: Readonly<Record<string, string>>;
}

/** Another version of any of them reads or means something else. */
export interface Versions {
  /** Of Gatehouse and its additions to the emulator. */
  readonly gatehouse: string;
  readonly moto: string;
  readonly python: string;
}

/** Why the memory is of another version; undefined when it is not. */
export function otherVersion(found: Versions, expected: Versions): string | undefined {
  const names = { gatehouse: 'Gatehouse', moto: 'moto', python: 'Python' } as const;
  for (const [part, name] of Object.entries(names) as [keyof Versions, string][]) {
    if (found[part] !== expected[part]) return `it is of ${name} ${found[part]}, and this is ${expected[part]}`;
  }
  return undefined;
}

/** Why the memory is of other JSON; undefined when every stack is as it was applied. */
export function otherStacks(
  facts: Pick<Facts, 'endpoint' | 'stacks'>,
  now: Omit<Facts, 'users' | 'versions'>,
): string | undefined {
  const names = [...new Set([...Object.keys(facts.stacks), ...Object.keys(now.stacks)])];
  const partly = names.filter((name) => facts.stacks[name] === null);
  if (partly.length > 0) return `${partly.join(', ')} was not applied to the end, or not by Gatehouse`;
  if (facts.endpoint !== now.endpoint)
    return `its JSON names ${facts.endpoint}, and the emulator is on ${now.endpoint}`;
  const changed = names.filter((name) => facts.stacks[name] !== now.stacks[name]);
  return changed.length > 0 ? `the JSON of ${changed.join(', ')} has changed` : undefined;
}
