import { handPlan } from '../../testing/hand-plan';
import { entryOf, findingsOf } from '../../testing/real-plan';

const SHARE = 'aws_ram_principal_association.partner';
const said = (principal: string | undefined, change: object) => {
  const plan = handPlan({ [SHARE]: [null, { resource_share_arn: 'arn:share', principal }] });
  Object.assign(entryOf(plan, SHARE).change, change);
  return findingsOf(plan).map(({ severity, message }) => `${severity} ${message}`);
};

describe('a principal that is added to what has no verdicts', () => {
  it('is named, as far as the plan shows it', () => {
    expect(said('999999999999', {})).toEqual([expect.stringContaining('lets in account 999999999999 (principal).')]);
  });

  it('is a finding where it is hidden as sensitive', () => {
    expect(said('999999999999', { after_sensitive: { principal: true } })).toEqual([
      `high ${SHARE} lets in a principal that the plan hides as sensitive (principal).`,
    ]);
  });

  it('is no principal yet where AWS chooses it', () => {
    expect(said(undefined, { after_unknown: { principal: true } })).toEqual([]);
  });
});
