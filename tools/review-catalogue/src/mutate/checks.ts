import { catalogue } from '../../fixtures/catalogue';
import { evaluate, isRight } from '../evaluate';
import { plansOf, type Plans } from '../plans';
import { reportedCases, reviewReported } from '../reported';
import { readWords, type Words } from '../words';
import { type Switch } from './switch';

/** What may notice a mutant: a kept plan that is reviewed in another way than it should, a file of tests that fails. */
export interface Check {
  readonly name: string;
  /**
   * One that throws does not pass.
   *
   * @param parts numbers of its tests. @default - all
   */
  readonly passes: (parts?: readonly number[]) => boolean | Promise<boolean>;
  /** Which mutants it reaches; undefined: it fails by itself. */
  readonly reachedByParts: () => Promise<Reached | undefined>;
}

/** Ids of mutants. */
export interface Reached {
  /** Whatever part is asked. */
  readonly all: readonly number[];
  readonly parts: readonly (readonly number[])[];
}

/** The kept plans, read when they are first asked. Each review gets objects of its own: nothing is remembered from another. */
export const planChecks = (mutants: Switch): Check[] =>
  [...catalogueChecks(readWords()), ...reportedChecks(readWords())].map(({ name, passes }) => ({
    name,
    passes,
    reachedByParts: () => Promise.resolve(passes() ? { all: mutants.takeReached(), parts: [] } : undefined),
  }));

const catalogueChecks = (words: Words) =>
  catalogue.map((change) => {
    let text: string | undefined;
    const passes = (): boolean => {
      text ??= JSON.stringify(plansOf(change));
      const evaluated = evaluate({ ...change, edit: structuredClone(change.edit) }, JSON.parse(text) as Plans);
      return isRight(evaluated) && evaluated.words === words.get(change.id);
    };
    return { name: `plan ${change.id}`, passes };
  });

const reportedChecks = (words: Words) =>
  reportedCases().map((each) => ({
    name: `reported ${each.name}`,
    passes: () => reviewReported(each).words === words.get(`reported ${each.name}`),
  }));
