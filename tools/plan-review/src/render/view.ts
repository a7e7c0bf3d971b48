import type { EnvironmentReview, Review } from '../model/review';
import { headline } from './headline';
import { sectionsOf, type Sections } from './sections';

/** What every view of a review shows. */
export interface View {
  /** `Plan review of dev`, or `Plan review` of several environments. */
  readonly title: string;
  readonly headline: string;
  /** The only one has no name here: the title has it. */
  readonly environments: readonly EnvironmentReview[];
  readonly sections: Sections;
}

export function viewOf(review: Review): View {
  const known = views.get(review) ?? makeView(review);
  views.set(review, known);
  return known;
}

/** Several views of one review are made one after the other. */
const views = new WeakMap<Review, View>();

function makeView(review: Review): View {
  const [only, ...others] = review.environments;
  const name = others.length === 0 ? only?.name : undefined;
  const environments = only === undefined || name === undefined ? review.environments : [{ ...only, name: undefined }];
  const sections = sectionsOf(environments);
  return {
    title: name === undefined ? 'Plan review' : `Plan review of ${name}`,
    headline: headline({ ...review, environments }, sections),
    environments,
    sections,
  };
}
