import { type CorsOptions } from '../cors/cors';
import { type StageOptions } from '../stage/stage';

interface ExistingApi {
  /** Its id: the first part of `https://a1b2c3d4e5.execute-api.<region>.amazonaws.com`. */
  readonly restApiId: string;
  /**
   * Id of the resource of `/`.
   * @default - looked up by Terraform
   */
  readonly rootResourceId?: string;
  /**
   * Paths that the API has and that routes go on or below: each with the id of its resource, such as `abc123` or
   * `other.resourceId('/pets')`, or `true` to have Terraform look it up.
   * @default - none: every part of a route's path is made here
   */
  readonly resources?: Readonly<Record<`/${string}`, string | true>>;
  /**
   * Web pages of other origins that may call the routes added here. The errors that API Gateway makes itself, such as 401,
   * stay as the owner of the API made them.
   * @default - none may
   */
  readonly cors?: CorsOptions;
}

/** Deployments and a stage are made here. Each deployment publishes every pending edit of the API, those of others too. */
interface DeployedByThisStack {
  readonly deployedBy: 'thisStack';
  /** The API's name in AWS: metrics go by it, and the log of the stage is named after it. */
  readonly name: string;
  /** A stage beside those that the API has. */
  readonly stage: StageOptions;
}

/** Deployments and stages are the owner's. Routes added here answer after the owner's next deployment. */
interface DeployedByOwner {
  readonly deployedBy: 'owner';
  /** The owner's stage, which functions let call them. */
  readonly stageName: string;
}

/** A REST API that is made elsewhere. Who deploys it is said by its author; nothing follows by default. */
export type ExistingRestApiProps = ExistingApi & (DeployedByThisStack | DeployedByOwner);
