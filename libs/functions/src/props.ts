import { type Secret } from '@gatehouse/construct-kit';
import { type Code } from './code';
import { type HasArn } from './permissions';
import { type architectures, type logFormats, type Runtime } from './runtimes';

/** A Lambda function: its code, its limits, and what it may know. */
export interface LambdaFunctionProps {
  /** Name of the function and of its role, unique in the account: 1 to 64 letters, digits, hyphens and underscores. */
  readonly functionName: string;
  readonly code: Code;
  /**
   * File and export in the archive.
   * @default - `index.handler`, which is what a service builds
   */
  readonly handler?: string;
  /** @default - `nodejs22.x` */
  readonly runtime?: Runtime;
  /** @default - `arm64`, the cheaper one */
  readonly architecture?: (typeof architectures)[number];
  /** In MB, from 128 to 10,240. The processor grows with it. @default - 256 MB */
  readonly memory?: number;
  /** In seconds, from 1 to 900. A REST API gives up after 29 seconds. @default - 10 seconds */
  readonly timeout?: number;
  /** ARNs of layer versions, at most five. @default - none */
  readonly layers?: readonly string[];
  /**
   * Where the function has its network: to reach what is in a VPC, and nothing else unless its subnets lead there.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
   * @default - AWS's own network, with access to the internet
   */
  readonly vpc?: { readonly subnetIds: readonly string[]; readonly securityGroupIds: readonly string[] };
  /**
   * How many calls may run at once, set aside for this function; 0 turns it off.
   * @default - what the account has left
   */
  readonly reservedConcurrency?: number;
  /** Environment variables. Everyone who may look at the function may read them, so no secrets. @default - none */
  readonly variables?: Readonly<Record<string, string>>;
  /**
   * Secrets that the function reads itself, by the variable that holds their ARN:
   * `{ DATABASE_SECRET: Secret.secretsManager(secret) }`.
   * @default - none
   */
  readonly secrets?: Readonly<Record<string, Secret>>;
  /**
   * Where events go that an asynchronous call could not deliver: a standard queue or topic.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
   * @default - they are dropped after two more attempts
   */
  readonly deadLetter?: { readonly queue: HasArn } | { readonly topic: HasArn };
  /** How long logs are kept, in days: a number that CloudWatch Logs takes. @default - 90 days */
  readonly logRetentionDays?: number;
  /** @default - `JSON`, which CloudWatch Logs Insights searches by field */
  readonly logFormat?: (typeof logFormats)[number];
  /** Whether calls are traced with X-Ray. @default - false */
  readonly tracing?: boolean;
  /**
   * Publishes a version with each change, and moves the alias `live` to it when it is ready. Callers call the alias, so
   * none meets a version that is being made, and the one before can be put back by hand.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html
   * @default - callers call the newest code
   */
  readonly live?: LiveOptions;
}

export interface LiveOptions {
  /** How many instances are kept started, at a price. @default - none */
  readonly provisionedConcurrency?: number;
}
