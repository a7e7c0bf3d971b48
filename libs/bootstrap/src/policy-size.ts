import { ConstructError } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const longest = 6_144;

/** @throws ConstructError for a managed policy that IAM does not take */
export function checkPolicy(construct: IConstruct, name: string, document: string): void {
  if (document.length <= longest) return;
  throw new ConstructError(construct, {
    prop: name,
    expected: `a policy of at most ${longest} characters`,
    found: document.length,
    fix:
      'What grows are the values of apps/bootstrap/rights.json, such as hosted zones: ' +
      'use fewer of them in one environment, or move what uses them to another one',
  });
}

/** @throws ConstructError for a boundary that IAM does not take */
export function checkBoundary(construct: IConstruct, document: string): void {
  if (document.length <= longest) return;
  throw new ConstructError(construct, {
    prop: 'boundary',
    expected: `a policy of at most ${longest} characters, since a role has one boundary`,
    found: document.length,
    fix:
      'What has a name of the environment takes one statement for each kind, and all else its own: ' +
      `roles of these stacks name too much that is someone else's. Let them share a wildcard, ${most(document)}`,
  });
}

/** The statement that takes most. */
function most(document: string): string {
  const { Statement } = JSON.parse(document) as { Statement: { Resource: string | string[] }[] };
  const sizes = Statement.map(({ Resource }) => [Resource].flat());
  const [largest = []] = sizes.sort((one, other) => other.length - one.length);
  return `for example for the ${largest.length} ARNs that begin with ${largest[0] ?? ''}`;
}
