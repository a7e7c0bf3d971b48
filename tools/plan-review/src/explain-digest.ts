import { EXIT, UserError, type ExitCode } from '@gatehouse/cli-kit';
import { codeOfPlans } from './config/code-of-plans';
import type { CodeFolder } from './config/folder';
import { changesSince } from './digest/changes-since';
import { digestKey } from './digest/digest-key';
import { explainDigests, type Explained } from './digest/explain';
import { isOldDigest } from './digest/version';
import type { Review } from './model/review';
import { withPrintableErrors } from './printable-errors';
import { readInput, type Input } from './read/input';
import { unboundLines } from './render/binding';
import { reviewEnvironment, reviewOf } from './review';
import { visible } from './text/visible';

interface Options {
  /** One folder for both, or one for each. */
  readonly folders: readonly CodeFolder[];
  readonly digestKeyFile?: string;
}

/**
 * Prints where two plans, or reviews, mean something else.
 *
 * @throws UserError one of them cannot be read
 */
export const explainDigest = (files: readonly [string, string], options: Options): ExitCode =>
  withPrintableErrors(() => explain(files, options));

function explain([one, other]: readonly [string, string], { folders, digestKeyFile }: Options): ExitCode {
  const secretsKey = digestKey(digestKeyFile);
  const inputs = [readInput(one), readInput(other)] as const;
  if (folders.length > 2) throw new UserError('--config: expected one folder, or one for each plan, found more.');
  const [was, is] = inputs.map((input, at) => sideOf(input, folders[at] ?? folders[0], secretsKey)) as [Side, Side];
  const lines = was.plan && is.plan ? explainDigests(was.plan, is.plan) : changesSince(was.review, is.review);
  if (lines.length === 0) {
    console.log(`${visible(one)} and ${visible(other)} mean the same: ${digestOf(was)}`);
    for (const { text, names, remedy } of was.review.environments.flatMap(unboundLines))
      console.log(`${text}${names === '' ? '' : `: ${visible(names)}`}. ${remedy}`);
    return EXIT.ok;
  }
  console.log(`${visible(one)} ${digestOf(was)}\n${visible(other)} ${digestOf(is)}\n`);
  for (const line of lines) console.log(visible(line));
  return EXIT.findings;
}

interface Side {
  readonly plan?: Explained;
  readonly review: Review;
}

const digestOf = ({ review }: Side): string => review.environments[0]?.digest ?? 'no digest';

function sideOf(input: Input, folder: CodeFolder | undefined, secretsKey: Buffer | undefined): Side {
  if (input.kind === 'review') {
    const review = reviewOf(input.environments.map((each) => ({ ...each, name: each.name ?? 'the environment' })));
    refuseOld(review, input.where);
    return { review };
  }
  const { stack, where, plan } = input;
  const configuration = folder && codeOfPlans({ [where]: plan }, [folder])[where];
  const written = configuration && { written: { [stack]: configuration } };
  // Refuses what is no plan.
  const review = reviewOf([
    reviewEnvironment({ name: 'the environment', plans: { [stack]: plan }, ...written, secretsKey }),
  ]);
  return { plan: { name: where, plan, configuration, secretsKey }, review };
}

/** @throws UserError one of its digests is of an older version */
function refuseOld({ environments }: Review, where: string): void {
  const digests = environments.flatMap(({ digest, stacks }) => [digest, ...stacks.map((stack) => stack.digest)]);
  if (digests.every((digest) => digest === undefined || !isOldDigest(digest))) return;
  throw new UserError(`${where}: its digest is of an older version, which covers less. Review again.`);
}
