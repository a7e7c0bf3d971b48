import { TOO_LARGE } from '@gatehouse/policy';
import type { Severity } from '../findings/finding';
import type { Violation } from '../findings/rule';
import { gainsOfIdentities, type HiddenPolicy } from '../iam/gains';
import { writtenBy } from '../iam/document';
import type { Attached } from '../iam/identity';
import { severityOf as weightOf } from '../iam/severity';
import { notRead } from '../iam/unread';
import { isUnknown } from '../model/value';
import type { Resource } from '../terraform/resource';
import type { Comparison } from './comparison';
import { placeOf } from './given-rights';
import type { PoolHolder } from './role-holders';

/**
 * Policies of which the plan does not have the content, or not all of it. Of those that are unknown as a whole the rule
 * `access-unknown` tells.
 */
export const hiddenRights = (
  comparison: Comparison,
  holderOf: (role: Resource | undefined) => PoolHolder | undefined,
): Violation[] =>
  gainsOfIdentities(comparison).flatMap((gained) =>
    firstOfEach(gained.hidden).flatMap((hidden): Violation[] => {
      if (isReportedElsewhere(hidden.policy, comparison)) return [];
      // Rule iam-widened says what it may give.
      if (hidden.reason === TOO_LARGE && weightOf(gained) !== undefined) return [];
      const { identity } = gained;
      const of = `${identity.kind} ${identity.name}`;
      return [
        {
          at: placeOf(comparison, gained, hidden.policy),
          subject: of,
          severity: holderOf(identity.resource) ? 'high' : severityOf(hidden),
          message: `The plan does not show what ${of} can do: ${whyNot(hidden)}.`,
          remediation: 'Give it a policy whose content the plan shows, or review that policy too.',
        },
      ];
    }),
  );

/** What is wrong in one policy follows from the first mistake in it. */
const firstOfEach = (hidden: readonly HiddenPolicy[]): readonly HiddenPolicy[] =>
  hidden.filter(({ policy }, index) => hidden.findIndex((each) => each.policy === policy) === index);

const isReportedElsewhere = ({ from, policy, value }: Attached, { resources }: Comparison): boolean =>
  isUnknown(value) && !writtenBy(policy ?? from, resources.after, value);

const severityOf = ({ policy }: HiddenPolicy): Severity =>
  policy.value !== undefined || /admin|full|power/i.test(policy.arn ?? '') ? 'high' : 'medium';

const whyNot = ({ policy, reason }: HiddenPolicy): string =>
  policy.value === undefined
    ? `it gets ${policy.arn ?? 'a policy'}, whose content is not in the plan`
    : `policy ${policy.name ?? policy.policy?.address ?? policy.from.address} ${notRead(reason)}`;
