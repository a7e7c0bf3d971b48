import type { Violation } from '../findings/rule';
import { accountsOf, OtherAccounts } from '../resource-policies/other-account';
import type { Comparison } from './comparison';

/** Queues and streams of other accounts that functions are run with from now on. */
export function foreignSources(comparison: Comparison): readonly Violation[] {
  const mappings = comparison.changesOf('aws_lambda_event_source_mapping').filter(({ after }) => after);
  const others = new OtherAccounts(comparison);
  return mappings.flatMap((change): readonly Violation[] => {
    const { after, before } = change;
    const [was, now] = [before?.['event_source_arn'], after?.['event_source_arn']];
    // A mapping is always of the function's account.
    const [home] = accountsOf(after?.['function_name']);
    const accounts = was === now ? [] : accountsOf(now).filter((account) => account !== home);
    const [foreign] = others.among(accounts, change);
    if (!foreign) return [];
    return [
      {
        ...{ at: change, subject: change.address, severity: foreign.certain || home !== undefined ? 'high' : 'medium' },
        message: `Function ${functionOf(after?.['function_name'])} is run with what account ${foreign.account} sends to ${String(now).split(':').slice(5).join(':')}.`,
        before: was === undefined ? 'not run by it' : 'another source',
        after: `account ${foreign.account}`,
      },
    ];
  });
}

const functionOf = (name: unknown): string =>
  typeof name === 'string' ? (name.split(':')[6] ?? name) : 'that the plan makes';
