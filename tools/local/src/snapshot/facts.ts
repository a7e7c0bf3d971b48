/** What a snapshot says about itself, and about the environment whose memory it has. */
export interface Facts {
  readonly versions: Versions;
  /** ISO 8601 */
  readonly at: string;
  /** Where the emulator answered; synthesized stacks name it. */
  readonly endpoint: string;
  /** By app, such as `local`. */
  readonly apps: Readonly<Record<string, AppliedStacks>>;
  /** By user name, the hash of the user as the file of users had it. */
  readonly users: Readonly<Record<string, string>>;
}

/** By stack, the hash of what was applied; null when it was applied in part, or by another program. */
export type AppliedStacks = Readonly<Record<string, string | null>>;

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

/** What an app has now. */
export interface Wanted {
  readonly app: string;
  readonly endpoint: string;
  readonly stacks: AppliedStacks;
}

/** Why the memory is of other JSON; undefined when every stack of the app is as it was applied. */
export function otherStacks(
  facts: Pick<Facts, 'apps' | 'endpoint'>,
  { app, endpoint, stacks }: Wanted,
): string | undefined {
  const applied = facts.apps[app];
  if (applied === undefined) return `nothing of ${app} is applied in it`;
  const names = [...new Set([...Object.keys(applied), ...Object.keys(stacks)])];
  const partly = names.filter((name) => applied[name] === null);
  if (partly.length > 0) return `${partly.join(', ')} was not applied to the end, or by another program`;
  if (facts.endpoint !== endpoint) return `its JSON names ${facts.endpoint}, and the emulator is on ${endpoint}`;
  const changed = names.filter((name) => applied[name] !== stacks[name]);
  return changed.length > 0 ? `the JSON of ${changed.join(', ')} has changed` : undefined;
}
