import { list, object, text } from './fields';

/**
 * Findings that a team accepts: at one address, or, for rules that this file sets, in the whole environment. `check`
 * reports those that suppress nothing.
 */
export const acknowledge = list(
  object('One rule this environment breaks on purpose.', {
    rule: text(/^\S+$/, 'the id of a rule', 'Id of the rule, from docs/rules.md.'),
    reason: text(/\S/, 'a reason in words', 'Why this environment may break the rule; shown in the plan review.'),
    address: text(
      /^\S(.*\S)?$/,
      'a Terraform address, such as aws_api_gateway_method.get_me',
      'Terraform address of the one place that may break the rule. Leave it out for a rule that a field of this file sets.',
    ).optional(),
  }),
  'Rules that are broken on purpose, each with a reason.',
).default([]);
