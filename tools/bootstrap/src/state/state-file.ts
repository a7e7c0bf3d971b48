import { parseJson } from '@gatehouse/terraform';

/** Terraform's state as it is stored, as far as the bootstrap looks into it. */
export interface StateFile {
  /** Exactly what is stored. */
  readonly text: string;
  /** Same in every version of one state. */
  readonly lineage: string;
  /** Grows with every version. */
  readonly serial: number;
  /** Of managed resources. */
  readonly addresses: ReadonlySet<string>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** @returns nothing for text that is no complete state, as a run leaves it that is killed while it writes */
export function parseState(text: string): StateFile | undefined {
  const json = parseJson<StateV4>(text);
  if (json?.version !== 4 || typeof json.lineage !== 'string' || typeof json.serial !== 'number') return undefined;
  const managed = (json.resources ?? []).filter(({ mode, instances }) => mode === 'managed' && instances.length > 0);
  return {
    text,
    lineage: json.lineage,
    serial: json.serial,
    addresses: new Set(managed.map(({ type, name }) => `${type}.${name}`)),
    outputs: Object.fromEntries(Object.entries(json.outputs ?? {}).map(([name, { value }]) => [name, value])),
  };
}

/** Version 4, which every Terraform since 0.12 and every OpenTofu writes. */
interface StateV4 {
  readonly version?: number;
  readonly lineage?: string;
  readonly serial?: number;
  readonly outputs?: Readonly<Record<string, { readonly value: unknown }>>;
  readonly resources?: readonly {
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly unknown[];
  }[];
}
