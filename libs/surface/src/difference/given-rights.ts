import type { Escalation, Gain } from '@gatehouse/policy';
import type { Severity } from '../findings/finding';
import { gainsOfIdentities, type Gained } from '../iam/gains';
import type { Attached } from '../iam/identity';
import { covers, severityOf } from '../iam/severity';
import { rightsIn } from '../iam/words';
import type { Located } from '../model';
import type { Comparison } from './comparison';

/** What one policy gives to one identity that it did not have. */
export interface GivenRights {
  readonly gained: Gained;
  readonly at: Located;
  readonly gains: readonly Gain[];
  readonly escalations: readonly Escalation[];
  /** Nothing: the narrow rights that a task needs. */
  readonly severity: Severity | undefined;
  /** `s3:* on *`, or what is no longer denied. */
  readonly what: string;
}

export const givenRights = (comparison: Comparison): readonly GivenRights[] =>
  gainsOfIdentities(comparison).flatMap((gained) => {
    const groups = new Map<Attached | undefined, Gain[]>();
    for (const gain of gained.gains) {
      const giver = gained.giverOf(gain);
      groups.set(giver, [...(groups.get(giver) ?? []), gain]);
    }
    let left = gained.escalations;
    return [...groups].map(([giver, gains]): GivenRights => {
      const isOf = ({ gained: actions }: Escalation) =>
        gains.some((gain) => gain.actions.some((each) => actions.some((action) => covers(each, action))));
      const escalations = left.filter(isOf);
      left = left.filter((each) => !escalations.includes(each));
      return {
        gained,
        at: placeOf(comparison, gained, giver),
        gains,
        escalations,
        severity: severityOf({ ...gained, gains, escalations }),
        what: [...new Set(gains.map(rightsIn))].join('; '),
      };
    });
  });

/** What the plan changes: what attaches the policy, else the policy itself. */
export function placeOf(comparison: Comparison, { identity }: Gained, giver: Attached | undefined): Located {
  const { from, policy } = giver ?? {};
  const changes = (part: Located | undefined): boolean => {
    const change = part && comparison.changeAt(part);
    return change !== undefined && change.action !== 'no-op' && change.action !== 'read';
  };
  const place = (changes(from) ? from : changes(policy) ? policy : from) ?? identity.resource;
  return place?.located ?? { address: 'plan' };
}
