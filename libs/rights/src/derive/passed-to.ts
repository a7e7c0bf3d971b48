import { sorted } from '../merge-statements';
import { policyStatements } from './policy-document';
import { type Found } from './stack';

/** The services that roles trust, and so have to be given to. Identity pools take roles as a federation. */
export function passedTo(found: readonly Found[]): string[] {
  return sorted(
    found
      .filter(({ type }) => type === 'aws_iam_role')
      .flatMap(({ attributes, stack }) => policyStatements(attributes['assume_role_policy'], stack.content) ?? [])
      .flatMap(({ Principal }) => [Principal?.['Service'] ?? [], Principal?.['Federated'] ?? []].flat())
      .filter((principal) => principal.endsWith('.amazonaws.com')),
  );
}
