import { list, object, text } from './fields';

/**
 * What an environment accepts on purpose. Without an address an entry is about an environment rule, and is checked
 * here; with one it is about a single place of what is synthesized or planned, which `check` and the plan review evaluate.
 */
export const acknowledge = list(
  object('One rule this environment breaks on purpose.', {
    rule: text(/^\S+$/, 'the id of a rule', 'Id of the rule, from docs/rules.md.'),
    reason: text(
      /\S/,
      'a reason in words',
      'Why this environment may break the rule; shown in the plan review.',
    ),
    address: text(
      /^\S(.*\S)?$/,
      'a Terraform address, such as aws_api_gateway_method.get_me',
      'Terraform address of the one place that may break a posture or difference rule. Leave it out for environment rules.',
    ).optional(),
  }),
  'Rules that are broken on purpose, each with a reason.',
).default([]);
