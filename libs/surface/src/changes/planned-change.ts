import type { Located } from '../model';

/** What Terraform will do with one object. `replace` in either order is one change, as Terraform counts it. */
export type ChangeAction =
  | 'create'
  | 'update'
  | 'delete'
  | 'replace'
  /** Terraform lets go of it; AWS keeps it. */
  | 'forget'
  /** A new one is made, and the old one stays in AWS, unmanaged. */
  | 'replace-and-forget'
  | 'read'
  | 'no-op'
  /** Something that this version does not know: never harmless. */
  | 'unknown';

/** One entry of `resource_changes`, `resource_drift` or `deferred_changes`. Two may share an address: see `deposed`. */
export interface PlannedChange extends Located {
  readonly type: string;
  readonly name: string;
  readonly mode: 'managed' | 'data';
  readonly action: ChangeAction;
  /** As the plan says it, e.g. `["create","delete"]`. */
  readonly actions: readonly string[];
  /** Key of an object that a failed replacement left behind. */
  readonly deposed?: string;
  /** Where it was before a `moved` block. */
  readonly previousAddress?: string;
  readonly imported: boolean;
  /** e.g. `replace_because_cannot_update`; values that Terraform adds later pass through. */
  readonly reason?: string;
  /** Arguments that force the replacement, dotted: `username_configuration.0.case_sensitive`. */
  readonly replacePaths: readonly string[];
  /** Values with `Unknown` where they are computed or secret; null and absent mean the same. */
  readonly before: Readonly<Record<string, unknown>> | undefined;
  readonly after: Readonly<Record<string, unknown>> | undefined;
  /** Top-level arguments whose value differs or is not known; secret ones too, by name. */
  readonly changed: readonly string[];
}

/** What a plan says besides its changes; `undefined` where an older Terraform does not say. */
export interface PlanStatus {
  /** There is no plan: the changes are what the code says, against that of another commit. @default false */
  readonly fromCode?: boolean;
  readonly errored: boolean;
  readonly complete: boolean | undefined;
  readonly applyable: boolean | undefined;
  readonly terraformVersion: string | undefined;
  /** `check` blocks, conditions: those that are not `pass`. */
  readonly checks: readonly {
    readonly address: string;
    readonly status: 'fail' | 'error' | 'unknown';
    readonly messages: readonly string[];
  }[];
  /** Why Terraform put something off, by address. */
  readonly deferred: readonly (PlannedChange & { readonly why: string })[];
  /** Provider actions that the apply invokes, by address: they change things without a resource change. */
  readonly actionInvocations: readonly string[];
}

/** A program that runs where Terraform runs, or a request to any address. */
export interface Command {
  /** Of a resource, the first instance whose change runs it. */
  readonly address: string;
  readonly kind: 'local-exec' | 'remote-exec' | 'external' | 'http';
  /** The same for the same command; nothing of it, since it may have a secret in it. */
  readonly mark: string;
}

/** Everything that one plan says, ready to be evaluated and printed. */
export interface PlanChanges {
  readonly stack?: string;
  readonly changes: readonly PlannedChange[];
  readonly drift: readonly PlannedChange[];
  /** Names of the outputs that change, and whether their values are secret. */
  readonly outputs: readonly {
    readonly name: string;
    readonly action: ChangeAction;
    readonly sensitive: boolean;
    /** Prints what is marked sensitive where it comes from. @default false */
    readonly revealed?: boolean;
  }[];
  /** Programs that Terraform runs, by the resources and data sources that say so. */
  readonly commands: readonly Command[];
  readonly status: PlanStatus;
}
