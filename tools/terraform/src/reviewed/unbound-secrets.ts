import { type EnvironmentReview } from '@gatehouse/plan-review';
import { SetupError } from '../errors';

/**
 * Without a key a digest does not tell one secret from another: a plan that changes one is not bound to its review.
 *
 * @throws SetupError such a plan
 */
export function refuseUnboundSecrets({ stacks }: EnvironmentReview): void {
  const changed = stacks
    .filter(({ secrets }) => secrets === 'not bound')
    .flatMap(({ name, secretChanges = [] }) => secretChanges.map((argument) => `  ${name}: ${argument}`));
  if (changed.length === 0) return;
  throw new SetupError(
    [
      'Nothing was applied: secrets change, and without a key nothing binds them to what was reviewed.',
      ...changed,
      'Run the bootstrap, which makes the key ("npx nx bootstrap bootstrap"), or set GATEHOUSE_DIGEST_KEY for the review and the ' +
        'deploy; then review again.',
    ].join('\n'),
  );
}
