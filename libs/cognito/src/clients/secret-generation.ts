import { check, checkWholeNumber } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/**
 * Which secret of a client is the current one. Cognito never changes a secret, and provider 5.100 knows one for each client, so a new
 * secret is a second client of the same rights: generation 2 of `machine` is `machine_2`.
 *
 * @see docs/cognito/secret-rotation.md
 * @example secret: { generation: 2, previous: true }
 */
export interface SecretGeneration {
  /** Counts from 1. Outputs and Secrets Manager hold this one. */
  readonly generation: number;
  /**
   * Whether the client of the next generation is there already.
   * @default false
   */
  readonly next?: boolean;
  /**
   * Whether the client of the generation before is there still.
   * @default false
   */
  readonly previous?: boolean;
}

/** The first generation has the name of the client alone, so a client that was never rotated keeps its address. */
export const nameOfGeneration = (name: string, generation: number, separator: '_' | '-'): string =>
  generation === 1 ? name : `${name}${separator}${generation}`;

/** The generation beside the current one. */
export function otherGeneration({ generation, next, previous }: SecretGeneration): number | undefined {
  if (next) return generation + 1;
  return previous ? generation - 1 : undefined;
}

/** @throws ConstructError when there is no secret to rotate, and for a generation that cannot be. */
export function checkGeneration(construct: IConstruct, hasSecret: boolean, secret: SecretGeneration | undefined): void {
  if (secret === undefined) return;
  check(construct, hasSecret, {
    prop: 'secret',
    expected: 'nothing, because the client has no secret to rotate',
    found: secret,
    fix: 'Remove it, or set generateSecret',
  });
  const fix = 'Let npx gatehouse rotate-secret write it';
  checkWholeNumber(construct, secret.generation, { prop: 'secret.generation', min: 1, max: 9999, fix });
  check(construct, !(secret.next && secret.previous), {
    prop: 'secret',
    expected: 'next or previous, not both',
    found: secret,
    fix: 'Remove the previous secret before the next one is made',
  });
  check(construct, !(secret.previous && secret.generation === 1), {
    prop: 'secret.previous',
    expected: 'a generation before it',
    found: secret,
    fix: 'Remove previous: the first secret has none before it',
  });
}
