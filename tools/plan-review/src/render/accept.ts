import { suppressionFor } from '@gatehouse/surface';
import type { ReviewFinding } from '../model/review';
import type { Grouped } from './grouped';
import { membersOf, type Sections } from './sections';

/** The entries that would accept the findings, one line of JSON each, and where they belong. */
export interface Acceptance {
  readonly title: string;
  readonly entries: readonly string[];
}

/** How to accept what is found; nothing is found: nothing. */
export function acceptanceOf({ findings }: Sections): Acceptance | undefined {
  const all = membersOf(findings);
  if (all.length === 0) return undefined;
  return { title: titleOf(all), entries: [...new Set(all.map(({ item }) => suppressionFor(item)))] };
}

const titleOf = (all: readonly Grouped<ReviewFinding>[]): string =>
  `To accept a finding, write the reason into its entry and add it to ${
    all.some(({ environments }) => environments.length > 0)
      ? '"acknowledge" of the environment file'
      : '"suppressions" of the file that --policy names'
  }`;
