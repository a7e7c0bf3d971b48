import type { List } from './value';

/** The statements of an IAM or resource policy document. */
export type Policy<U = never> = readonly PolicyStatement<U>[] | U;

/** A statement of a policy. */
export interface PolicyStatement<U = never> {
  readonly effect: 'Allow' | 'Deny' | U;
  /** `*`, `AWS:arn…`, `Service:…`, `Federated:…`; empty in a role's own policy. */
  readonly principals: List<string, U>;
  readonly notPrincipals: List<string, U>;
  readonly actions: List<string, U>;
  readonly notActions: List<string, U>;
  readonly resources: List<string, U>;
  readonly notResources: List<string, U>;
  readonly conditions: List<PolicyCondition<U>, U>;
}

/** A condition of a statement. */
export interface PolicyCondition<U = never> {
  /** e.g. `StringEquals` */
  readonly operator: string | U;
  /** e.g. `aws:SourceIp` */
  readonly key: string | U;
  readonly values: List<string, U>;
}
