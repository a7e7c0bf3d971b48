/** As the environment file has it. */
export interface SecretGeneration {
  readonly generation: number;
  readonly next?: boolean;
  readonly previous?: boolean;
}

/** One step of a rotation, and what the environment file says after it. */
export interface Step {
  readonly name: 'make' | 'switch' | 'remove';
  readonly number: 1 | 2 | 3;
  readonly secret: SecretGeneration;
  /** What a deploy of it does, as a sentence. */
  readonly does: string;
}

/** Make, switch, remove, and from the start again. */
export function nextStep(client: string, { generation, next, previous }: SecretGeneration): Step {
  if (next) {
    return {
      name: 'switch',
      number: 2,
      secret: { generation: generation + 1, previous: true },
      does: `Outputs and Secrets Manager get the secret of ${nameOf(client, generation + 1)}. The one of ${nameOf(client, generation)} works on.`,
    };
  }
  if (previous) {
    return {
      name: 'remove',
      number: 3,
      secret: { generation },
      does: `${nameOf(client, generation - 1)} is deleted, and its secret works no more.`,
    };
  }
  return {
    name: 'make',
    number: 1,
    secret: { generation, next: true },
    does: `${nameOf(client, generation + 1)} is made, a client of the same rights with a secret of its own. Nobody gets it yet.`,
  };
}

/** The client of a generation in Terraform. libs/cognito names it the same way, as tools/local/tests/rotate-secret.system.test.ts shows. */
export const nameOf = (client: string, generation: number): string =>
  `${client.replaceAll('-', '_')}${generation === 1 ? '' : `_${generation}`}`;
