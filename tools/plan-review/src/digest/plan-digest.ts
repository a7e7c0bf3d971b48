import type { ModuleCode, TerraformPlan } from '@gatehouse/surface';
import { HashedLines } from './lines';
import type { Part } from './parts';
import { planLines } from './plan-lines';
import { digestOfText } from './version';

/** What a digest of plans is made with. */
export interface DigestOptions {
  /** The code of the plan: synthesized JSON, or a folder. @default - of what a plan does not repeat, only references count */
  readonly configuration?: ModuleCode | undefined;
  /** As the lock file has them. @default - those of any package */
  readonly providers?: readonly string[] | undefined;
  /** Secrets count by a hash with this key. @default - that there are some, and that they change, but not what they are */
  readonly secretsKey?: Buffer | undefined;
}

/** What an apply of plans does, as one digest. */
export interface PlanDigest {
  /** `gh2-` and 40 hex digits. */
  readonly digest: string;
  /** A hash of each part, which tells in words what differs. */
  readonly parts: Readonly<Partial<Record<Part, string>>>;
  /** Values that are only known after the apply, and whose text is not known: `aws_x.y: policy`. */
  readonly byReference: readonly string[];
  /** `not bound`: another secret has the same digest. `none`: there is none. */
  readonly secrets: 'bound' | 'not bound' | 'none';
  /** Arguments that this plan makes a secret, or another one: `aws_x.y: password`. */
  readonly secretChanges: readonly string[];
  /** Data sources that are read during the apply, and what is made from their answers. */
  readonly readAtApply: readonly { readonly source: string; readonly usedBy: readonly string[] }[];
}

/**
 * What a plan does, as a hash. It does not depend on names of files, on when and by which Terraform the plan was made, on the
 * order of what has none, nor on how a provider writes "not set"; it does on everything else that an apply would do.
 *
 * @param plan parsed `terraform show -json <plan file>`
 */
export function planDigest(plan: TerraformPlan, options: DigestOptions = {}): PlanDigest {
  const hashes = new Map<Part, HashedLines>();
  const found = planLines(plan, options, (part) => {
    const lines = new HashedLines();
    hashes.set(part, lines);
    return lines;
  });
  const parts = Object.fromEntries(
    [...hashes].flatMap(([part, lines]) => (lines.isEmpty ? [] : [[part, lines.value()]])),
  );
  return { digest: digestOfText(JSON.stringify(parts)), parts, ...found };
}
