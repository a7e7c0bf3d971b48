import { type Unverified } from '../checks/check';
import { type JsonPath } from '../read/json';
import { type EnvironmentFile } from '../schema/environment';

/** What an environment of tier "production" must never be, unless its file acknowledges it with a reason. */
export interface EnvironmentRule {
  /** Name of the rule's file, and its row in docs/rules.md. */
  readonly id: string;
  /** Fields that can break the rule; `*` stands for any key. */
  readonly fields: readonly [string, ...string[]];
  /** What the field must be in production: follows "expected" in a report. */
  readonly expected: string;
  readonly why: string;
  /** The page that `why` comes from. */
  readonly page: string;
  /** What to write instead. */
  readonly remediation: string;
  /** Paths of the values that break the rule. Pure; an absent value breaks only a rule that asks for it. */
  readonly broken: (environment: Unverified<EnvironmentFile>) => JsonPath[];
}
