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
    of: list(
      text(/\S/, 'what the finding names, as the plan review prints it', 'One thing that is accepted there.'),
      'What is accepted there, and nothing that is added later: each part of the finding, as the plan review prints it. Rules that report a change need it.',
      'at least one part',
    ).optional(),
  }),
  'Rules that are broken on purpose, each with a reason.',
).default([]);
