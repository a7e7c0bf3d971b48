/** A state file, as far as it is looked at here; the rest is passed on as it is, and may be secret. */
export interface StateFile {
  readonly version: number;
  readonly serial: number;
  readonly lineage: string;
  readonly outputs?: Readonly<Record<string, { readonly value?: unknown }>>;
  readonly resources?: readonly {
    readonly module?: string;
    readonly mode: 'managed' | 'data';
    readonly type: string;
    readonly name: string;
    /** Such as `provider["registry.terraform.io/hashicorp/aws"].us_east_1`. */
    readonly provider?: string;
    readonly instances: readonly {
      readonly index_key?: string | number;
      readonly attributes?: Readonly<Record<string, unknown>>;
    }[];
  }[];
  readonly [part: string]: unknown;
}

/** Attributes of every managed resource, by its Terraform address. */
export function attributesByAddress(
  state: StateFile | undefined,
): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const managed = (state?.resources ?? []).filter(({ mode }) => mode === 'managed');
  return new Map(
    managed.flatMap(({ module, type, name, instances }) =>
      instances.map(({ index_key: key, attributes = {} }) => {
        const index = key === undefined ? '' : `[${JSON.stringify(key)}]`;
        return [`${module ? `${module}.` : ''}${type}.${name}${index}`, attributes] as const;
      }),
    ),
  );
}
