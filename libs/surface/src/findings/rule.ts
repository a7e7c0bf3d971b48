import type { Comparison } from '../difference/comparison';
import type { EnvironmentSettings } from '../environment/settings';
import type { Located, Surface, Unknown } from '../model';
import type { Severity } from './finding';
import type { Tier } from './tiers';

/** What a rule of each family reads. */
export interface Models {
  /** One state of the access model: synthesized, planned or applied. */
  readonly posture: Surface<Unknown>;
  /** The same, for what AWS refuses to create. Refused at every tier. */
  readonly refusal: Surface<Unknown>;
  /** The state before and after a plan. */
  readonly difference: Comparison;
  /** The environment file, for what no Terraform value shows. */
  readonly environment: EnvironmentSettings;
}

/** What rules of a kind look at. */
export type Family = keyof Models;

/** What every rule says about itself; `docs/rules.md` has a row for it. */
export interface RuleInfo {
  /** Name of the rule's file. Stable: see docs/compatibility.md. */
  readonly id: string;
  /** The worst that it finds. */
  readonly severity: Severity;
  /** A few words, without a full stop. */
  readonly title: string;
  /** Why it matters, in one or two sentences. */
  readonly why: string;
  /** What to do if it is unintended. */
  readonly remediation: string;
  /** The page of AWS, HashiCorp or MDN that `why` comes from. */
  readonly page: string;
  /** Checks of other tools that this rule replaces: `cdk-nag APIG1`, `CKV_AWS_76`. */
  readonly replaces?: readonly string[];
  /** Posture rules that report the same fact: at one place, the more severe finding is kept, or this one. */
  readonly sameFactAs?: readonly string[];
  /**
   * Fields of the environment file that set it, `*` for the resource's name. Such a rule can be suppressed for a whole
   * environment, without an address.
   */
  readonly fields?: readonly string[];
  /** @default - evaluated at every tier, and where the tier is not known */
  readonly onlyAt?: Tier;
  /** What is stricter at a tier than elsewhere. */
  readonly tiers?: { readonly [T in Tier]?: TierLimit };
  /**
   * Only guides on hardening ask for it, and nobody gains access by it: in a plan that creates the thing it is at most
   * medium.
   */
  readonly isHardening?: true;
  /** Of a refusal: AWS raises the quota on request, and a team then acknowledges the finding. */
  readonly isRaised?: true;
  /** Reports that something is deleted, replaced or forgotten: the loss of one thing can follow from that of another. */
  readonly isLoss?: true;
}

/** From which tier on a finding is refused. */
export interface TierLimit {
  /** A finding is at least this severe. */
  readonly severity?: Severity;
  /** What `find` accepts at this tier, in words for docs/rules.md. */
  readonly limit?: string;
}

/** One rule: one file, one id, one pure function. An `Unknown` value never breaks a rule: only what is known does. */
export interface Rule<F extends Family = Family> extends RuleInfo {
  readonly family: F;
  /** @param tier absent: of no environment that is known */
  readonly find: (model: Models[F], tier?: Tier) => readonly Violation[];
}

/** A rule of any family. */
export type AnyRule = { readonly [F in Family]: Rule<F> }[Family];

/** One place that breaks a rule; what it leaves out is as the rule says. */
export interface Violation {
  readonly at: Located;
  /** What a person calls it: `POST /reports`, `user pool people`. */
  readonly subject: string;
  /** One sentence: who can now do what. */
  readonly message: string;
  /** @default - the rule's */
  readonly severity?: Severity;
  /** @default - the rule's */
  readonly remediation?: string;
  /** Values, on one line each. */
  readonly before?: string;
  readonly after?: string;
  /**
   * What exactly was found, a part each: what a suppression of it has to name, so that it accepts nothing that is added
   * later. URLs by `shownUrl`, never a value that may be secret.
   *
   * @default - of a difference its message and value, else nothing: rule and address say it all
   */
  readonly of?: readonly string[];
  /** @default - the rule's fields */
  readonly fields?: readonly string[];
}

const ruleOf =
  <F extends Family>(family: F) =>
  (rule: Omit<Rule<F>, 'family'>): Rule<F> => ({ ...rule, family });

/** A rule on one state. */
export const postureRule = ruleOf('posture');
/** A rule on what AWS refuses, though Terraform plans it. */
export const refusalRule = ruleOf('refusal');
/** A rule on what changes. */
export const differenceRule = ruleOf('difference');
/** A rule on an environment file. */
export const environmentRule = ruleOf('environment');
