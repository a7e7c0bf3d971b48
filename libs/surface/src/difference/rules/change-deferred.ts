import { differenceRule } from '../../findings/rule';

export const changeDeferred = differenceRule({
  id: 'change-deferred',
  severity: 'high',
  title: 'Terraform puts a change off',
  why: 'What is put off is done by a later apply, with values that nobody has seen yet.',
  remediation: 'Apply what it waits for first, then plan and review the rest.',
  page: 'https://developer.hashicorp.com/terraform/internals/json-format',
  find: ({ plans }) =>
    plans.flatMap(({ status }) =>
      status.deferred.map((change) => ({
        at: change,
        subject: change.address,
        message: `What ${change.address} does to people’s access is only known at a later apply (${change.why.replaceAll('_', ' ')}).`,
        after: 'put off',
      })),
    ),
});
