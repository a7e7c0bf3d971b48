import { catalogue } from '../../fixtures/catalogue';
import { type Change } from '../change';
import { evaluate, isRight } from '../evaluate';
import { plansOf } from '../plans';
import { reportedCases, reviewReported } from '../reported';

/**
 * Whether some kept plan is reviewed in another way than it should.
 *
 * @param text of the source file that was edited: changes whose rules it names are tried first
 */
export function isNoticed(text: string): boolean {
  const isNear = ({ expected, quiet = [] }: Change): boolean =>
    [...expected.map((each) => each.split(' ')[1]), ...quiet.map((each) => each.split(' ')[0])].some(
      (rule) => rule !== undefined && text.includes(`'${rule}'`),
    );
  const [near, far] = [catalogue.filter(isNear), catalogue.filter((change) => !isNear(change))];
  return near.some(isWrong) || reportedCases().some(isReportedWrong) || far.some(isWrong);
}

const isWrong = (change: Change): boolean => throwsOr(() => !isRight(evaluate(change, plansOf(change))));

const isReportedWrong = (each: ReturnType<typeof reportedCases>[number]): boolean =>
  throwsOr(() => reviewReported(each).findings.join('\n') !== each.findings.join('\n'));

/** A review that fails is noticed, too. */
function throwsOr(holds: () => boolean): boolean {
  try {
    return holds();
  } catch {
    return true;
  }
}
