import { sorted } from '../merge-statements';
import { type Found } from './stack';

interface Trust {
  readonly Principal?: {
    readonly Service?: string | readonly string[];
    readonly Federated?: string | readonly string[];
  };
}

/** The services that roles trust, and so have to be given to. Identity pools take roles as a federation. */
export function passedTo(found: readonly Found[]): string[] {
  return sorted(
    found
      .filter(({ type }) => type === 'aws_iam_role')
      .flatMap(({ attributes }) => statementsOf(attributes['assume_role_policy']))
      .flatMap(({ Principal }) => [Principal?.Service ?? [], Principal?.Federated ?? []].flat())
      .filter((principal) => principal.endsWith('.amazonaws.com')),
  );
}

function statementsOf(policy: unknown): Trust[] {
  try {
    return [(JSON.parse(String(policy)) as { Statement?: Trust | Trust[] }).Statement ?? []].flat();
  } catch {
    return [];
  }
}
