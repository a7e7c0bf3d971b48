/**
 * What Terraform asks of AWS on one kind of resource, by what it does with it. `read` is enough to plan.
 *
 * `on` are ARNs with these placeholders: `{partition}`, `{region}`, `{account}`, `{prefix}` (beginning of every name that
 * the environment gives, such as `gatehouse-dev-`), and `{=attribute}` for each literal value that this attribute has in
 * the environment, such as `{=zone_id}`; where it has none, nothing is granted.
 */
export interface Grant {
  readonly on: readonly string[];
  readonly read?: readonly string[];
  readonly create?: readonly string[];
  readonly change?: readonly string[];
  readonly delete?: readonly string[];
  /** Condition on all of it. @default - none */
  readonly when?: Condition;
}

/**
 * `tagged`: what is made carries the environment's tag. `owned`: what is changed carries it already. `made`: EC2 tags it as it
 * makes it. `via lambda`: a key, by what that service does with it. `bounded`: the role has the environment's boundary. `passed`: the
 * role is given to a service that the environment's roles trust. `linked`: the role is one that the service makes itself.
 */
export type Condition = 'tagged' | 'owned' | 'made' | 'bounded' | 'passed' | 'linked' | `via ${string}`;

/** What it takes to plan and deploy one Terraform type. */
export interface TypeRights {
  readonly grants: readonly Grant[];
  /** Where `grants` reach by name: the attribute that names it, and how such names begin. @default - AWS chooses ids */
  readonly name?: { readonly attribute: string; readonly beginnings: readonly string[] };
  /** ARN with `{name}`, for references in the policies of roles. @default - roles cannot refer to it */
  readonly arn?: string;
  /** Attributes whose literal values `{=attribute}` stands for. */
  readonly values?: readonly string[];
}

/** What one AWS service has. */
export interface Service {
  /**
   * Which policy of a role it goes into. All that the services of a group can grant fits into one policy of
   * 6,144 characters; a role has ten of them.
   */
  readonly group: string;
  /**
   * By Terraform type: `aws_sqs_queue` for a resource, `data.aws_kms_key` for a data source, and
   * `aws_lambda_function.vpc_config` for what a resource needs besides when it has that attribute, which may be
   * one of a block: `aws_cognito_user_pool.lambda_config.kms_key_id`.
   */
  readonly types: Readonly<Record<string, TypeRights>>;
}

/** ARN of something in the environment's account and region. */
export const arn = (service: string, resource: string): string =>
  `arn:{partition}:${service}:{region}:{account}:${resource}`;

/** ARN of something in IAM, which has no regions. */
export const iamArn = (resource: string): string => `arn:{partition}:iam::{account}:${resource}`;

/** Actions of one service: `of('sqs', 'CreateQueue TagQueue')`. */
export const of = (service: string, actions: string): string[] =>
  actions.split(/\s+/).map((action) => `${service}:${action}`);

/** A name that begins as every name of the environment does. */
export const named = (attribute = 'name', ...beginnings: string[]) => ({
  name: { attribute, beginnings: beginnings.length > 0 ? beginnings : ['{prefix}'] },
});

/** One resource type for each of these, with the same rights. */
export const each = (types: string, rights: TypeRights): Record<string, TypeRights> =>
  Object.fromEntries(types.split(/\s+/).map((type) => [type, rights]));

/** Only read, as data sources are. */
export const reads = (actions: readonly string[], ...on: string[]): TypeRights => ({ grants: [{ on, read: actions }] });

/** The account and region hold it, not AWS: it takes no rights. */
export const nothing: TypeRights = { grants: [] };
