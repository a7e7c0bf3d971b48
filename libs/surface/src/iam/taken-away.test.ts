import { found as findings, type HandChange } from '../../testing/hand-plan';
import { OWN } from '../../testing/resource-policy';

const no = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] });
const [read, deny] = ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:aws:iam::aws:policy/AWSDenyAll'];
const ROLE = 'aws_iam_role.worker';

/** As the state has it once its attachments are applied: it repeats them. */
const worker = (managed_policy_arns: readonly string[], inline_policy: readonly object[] = []) => ({
  name: 'worker',
  arn: `arn:aws:iam::${OWN}:role/worker`,
  assume_role_policy: JSON.stringify({ Version: '2012-10-17', Statement: [] }),
  managed_policy_arns,
  inline_policy,
});

const stays = (values: NonNullable<HandChange[0]>): HandChange => [values, values];

const found = (...plan: Parameters<typeof findings>) =>
  findings(...plan).filter((each) => !/not-judged|setting-weaker/.test(each));

describe('a Deny whose attachment is deleted is lost, though the role repeats it', () => {
  it('by its ARN', () => {
    const ATTACHMENT = 'aws_iam_role_policy_attachment';
    const attached = (policy_arn: string) => ({ role: 'worker', policy_arn });
    const plan = (change: HandChange) =>
      found({
        [ROLE]: stays(worker([read, deny])),
        [`${ATTACHMENT}.read`]: stays(attached(read)),
        [`${ATTACHMENT}.deny`]: change,
      });
    expect(plan([attached(deny), null])).toEqual([`high iam-widened ${ATTACHMENT}.deny`]);
    expect(plan(stays(attached(deny)))).toEqual([]);
  });

  it('by its name', () => {
    const own = { role: 'worker', name: 'no', policy: no };
    const plan = (change: HandChange) =>
      found({ [ROLE]: stays(worker([read], [{ name: 'no', policy: no }])), 'aws_iam_role_policy.no': change });
    expect(plan([own, null])).toEqual(['high iam-widened aws_iam_role_policy.no']);
    expect(plan(stays(own))).toEqual([]);
  });
});

describe('a list of all policies', () => {
  const LIST = 'aws_iam_role_policy_attachments_exclusive.all';
  const list = (...policy_arns: string[]) => ({ role_name: 'worker', policy_arns });

  it('takes away a Deny that it no longer has', () => {
    const role = stays(worker([read, deny]));
    expect(found({ [ROLE]: role, [LIST]: [list(read, deny), list(read)] })).toEqual([`high iam-widened ${LIST}`]);
    expect(found({ [ROLE]: role, [LIST]: [list(read, deny), list(deny)] })).toEqual([]);
    expect(found({ [ROLE]: role, [LIST]: stays(list(read, deny)) })).toEqual([]);
  });

  it('takes away what it never had', () => {
    expect(found({ [ROLE]: stays(worker([read, deny])), [LIST]: [null, list(read)] })).toEqual([
      `high iam-widened ${ROLE}`,
    ]);
    expect(found({ [ROLE]: stays(worker([read, deny])), [LIST]: [null, list(read, deny)] })).toEqual([]);
  });

  it('may name any policy where it is not known', () => {
    const unknown = { policy_arns: [true] };
    expect(found({ [ROLE]: stays(worker([read, deny])), [LIST]: [null, list(), unknown] })).toEqual([]);
  });

  it('of names takes away inline policies', () => {
    const NAMES = 'aws_iam_role_policies_exclusive.all';
    const names = (...policy_names: string[]) => ({ role_name: 'worker', policy_names });
    const role = stays(worker([read], [{ name: 'no', policy: no }]));
    expect(found({ [ROLE]: role, [NAMES]: [null, names()] })).toEqual([`high iam-widened ${ROLE}`]);
    expect(found({ [ROLE]: role, [NAMES]: [names('no'), names()] })).toEqual([`high iam-widened ${ROLE}`]);
    expect(found({ [ROLE]: role, [NAMES]: [null, names('no')] })).toEqual([]);
  });
});
