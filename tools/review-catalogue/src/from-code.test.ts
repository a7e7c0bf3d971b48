import { reviewEnvironment } from '@gatehouse/plan-review';
import { catalogue } from '../fixtures/catalogue';
import { textsOf } from './evaluate';
import { plansOf } from './plans';

/** What only a plan, or what is deployed, can tell. */
// `not-judged`: a block that may be repeated is an object in code and a list in a plan, so code has more of them.
const NEED_A_PLAN = ['not-judged', 'access-drift', 'check-failed', 'plan-errored', 'plan-incomplete', 'plan-drifted'];

/** What follows from a change, or is an ARN that only AWS knows, code does not say. */
const FINDS_MORE = ['user-pool-renamed', 'authorizer-one-more-pool'];

/** Changes of the sample, which CDKTF synthesized. */
const changes = catalogue.filter(
  ({ edit, id }) => 'identity' in edit.after && Object.keys(edit.before).length > 0 && !FINDS_MORE.includes(id),
);

it.each(changes.map((change) => [change.id, change] as const))('%s has the findings of its plan', (_, change) => {
  const { before, after } = change.edit;
  const synthesized = after as never;
  const stacks = Object.fromEntries(Object.keys(after).map((stack) => [stack, 'It cannot be planned yet.']));
  const planned = reviewEnvironment({ plans: plansOf(change), synthesized, deploysAgain: true });
  const fromCode = reviewEnvironment({
    plans: {},
    synthesized,
    deploysAgain: true,
    code: { stacks, before: before as never },
  });

  expect(deciding(fromCode)).toEqual(deciding(planned));
  expect(fromCode.stacks.map(({ status }) => status)).toEqual(Object.keys(after).map(() => 'from code'));
  expect(fromCode.digest).toMatch(/^gh2-[0-9a-f]{40}$/);
});

it('there are many of them', () => {
  expect(changes.length).toBeGreaterThan(40);
});

const deciding = ({ findings }: ReturnType<typeof reviewEnvironment>): string[] =>
  textsOf(findings.filter(({ rule, severity }) => severity !== 'expected' && !NEED_A_PLAN.includes(rule)));
