import { type Statement } from '@gatehouse/construct-kit';
import { type Environment } from '@gatehouse/environment';

/** What an environment's stacks ask of one AWS service. */
export interface Service {
  /** Beginnings of the Terraform resource types that it makes. */
  readonly resourceTypes: readonly string[];
  /** What refreshing these resources calls: enough to plan. */
  readonly read: (scope: Scope) => readonly Statement[];
  /** What creating, changing and destroying them calls besides. */
  readonly write: (scope: Scope) => readonly Statement[];
}

/** Where an environment is, for ARNs. */
export interface Scope {
  readonly environment: Environment;
  /** ARN of something in the environment's account and region. */
  readonly arn: (service: string, resource: string) => string;
  /** ARN of something in IAM, which has no regions. */
  readonly iamArn: (resource: string) => string;
  /** Beginning of every name that the environment gives, such as `gatehouse-dev-`. */
  readonly prefix: string;
}
