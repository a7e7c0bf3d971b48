import { type Grant } from './catalogue/type-rights';

/** What roles that a deploy makes may do, as a statement of an IAM policy. ARNs have the placeholders of `Grant`. */
export interface RoleStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** What the roles of one environment's workflows have to reach, and the most that roles made by its deploys may do. */
export interface EnvironmentRights {
  /** Terraform types, sorted; keys of the catalogue. */
  readonly types: readonly string[];
  /** Regions besides the environment's own that its stacks deploy to. */
  readonly regions?: readonly string[];
  /** What `{=attribute}` stands for, by type and attribute, such as `aws_route53_record.zone_id`. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Services that the environment's roles trust: a deploy may give roles to these. */
  readonly passedTo: readonly string[];
  /** The permissions boundary. */
  readonly boundary: readonly RoleStatement[];
}

export type TypeGrants = Readonly<Record<string, { readonly group: string; readonly grants: readonly Grant[] }>>;

/** What `apps/bootstrap/rights.json` holds. Who reads a change of it knows what CI may do more, and what less. */
export interface Rights {
  readonly environments: Readonly<Record<string, EnvironmentRights>>;
  /** Every type that an environment has, with what it takes. */
  readonly types: TypeGrants;
}
