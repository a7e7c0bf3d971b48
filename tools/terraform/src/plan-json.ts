/** `terraform show -json <plan file>`, as far as this package reads it. https://developer.hashicorp.com/terraform/internals/json-format */
export interface PlanJson {
  readonly errored?: boolean;
  readonly resource_changes?: readonly ResourceChange[];
  readonly resource_drift?: readonly ResourceChange[];
  /** What contributed to the changes. */
  readonly relevant_attributes?: readonly { readonly resource: string }[];
  readonly output_changes?: Readonly<Record<string, Change>>;
  /** As refreshed. */
  readonly prior_state?: StateJson;
  readonly [part: string]: unknown;
}

export interface ResourceChange {
  readonly address: string;
  readonly previous_address?: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly change: Change;
}

export interface Change {
  readonly actions: readonly ('no-op' | 'create' | 'read' | 'update' | 'delete' | 'forget')[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly after_unknown?: unknown;
  readonly importing?: unknown;
}

/** `terraform show -json` of the state; `values` is absent when nothing has been applied. */
export interface StateJson {
  readonly format_version: string;
  readonly values?: {
    readonly outputs?: Readonly<Record<string, OutputJson>>;
    readonly root_module?: { readonly resources?: readonly StateResource[] };
  };
}

export interface StateResource {
  readonly address: string;
  readonly type?: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface OutputJson {
  readonly sensitive: boolean;
  readonly value?: unknown;
}
