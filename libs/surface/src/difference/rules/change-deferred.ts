import { differenceRule } from '../../findings/rule';

export const changeDeferred = differenceRule({
  id: 'change-deferred',
  severity: 'high',
  title: 'Change deferred',
  why: 'A later apply makes a deferred change, with values that nobody has reviewed.',
  remediation: 'Apply what it waits for first, then plan and review the rest.',
  page: 'https://developer.hashicorp.com/terraform/internals/json-format',
  find: ({ plans }) =>
    plans.flatMap(({ status }) =>
      status.deferred.map((change) => ({
        at: change,
        subject: change.address,
        message: `What ${change.address} does to access is known only at a later apply (${change.why.replaceAll('_', ' ')}).`,
        after: 'deferred',
      })),
    ),
});
