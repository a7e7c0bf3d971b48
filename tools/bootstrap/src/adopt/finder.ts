import { type BootstrapTarget } from '@gatehouse/environment';
import { type Aws } from '../aws';
import { type Config } from './config';

/** What one finder looks at. */
export interface Search {
  readonly aws: Aws;
  readonly target: BootstrapTarget;
  /** First part of every ARN after `arn`, such as `aws`. */
  readonly partition: string;
  readonly config: Config;
  /** Name in Terraform. */
  readonly name: string;
  /** Text of an attribute in the configuration. */
  readonly text: (attribute: string) => string;
}

/**
 * Looks for a resource that exists although no state knows it: made before the first run, or by a run that was killed
 * before it could write it down.
 *
 * @returns its import id, or nothing
 * @throws UserError when what exists cannot be taken over
 */
export type Finder = (search: Search) => Promise<string | undefined>;
