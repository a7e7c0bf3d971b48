import { z } from 'zod';

const text = (expected: string, pattern = /\S/) => z.string(expected).regex(pattern, expected);
const why = text('why it is harmless');
const rules = z.union(
  [text('the id of a rule'), z.array(text('the id of a rule')).min(1)],
  'the id of a rule, or a list of them',
);
const byArgument = <T extends z.ZodType>(value: T) => z.record(text('an argument'), value);

const whole = z
  .strictObject({
    judged: rules.optional(),
    harmless: why.optional(),
    without: text('what is lost or opened by it').optional(),
    of: text('the argument that names what it belongs to').optional(),
    when: z.record(text('an argument'), z.unknown()).optional(),
  })
  .describe('A rule tells, or it is harmless, or nobody judges it and it is a finding');

const verdicts = z.strictObject({
  relation: z
    .boolean('true or false')
    .optional()
    .describe('One with the same arguments at another address is the same'),
  created: whole.optional(),
  deleted: whole.optional(),
  judged: byArgument(rules).optional().describe('The rules that tell of a worse value'),
  harmless: byArgument(why).optional().describe('Why nobody’s access, data or address depends on it'),
  new: z
    .union([why, byArgument(why)])
    .optional()
    .describe('Why it is harmless on a new resource'),
  without: z.array(text('an argument')).optional().describe('A change of it is a finding'),
  better: byArgument(z.union([z.enum(['fewer', 'more', 'lower', 'higher']), z.array(z.unknown())]))
    .optional()
    .describe('Which change of it is no worse; a list goes from the worst to the best'),
  partly: byArgument(text('the id of a rule')).optional().describe('The rule that judges some of it'),
});

const ACCOUNT = 'an account of 12 digits, as text';
const ORGANIZATION = 'an organization, such as "o-a1b2c3d4e5"';
const ISSUER = 'an issuer, such as "https://login.example.com"';

/** A file of `--policy`: what a team accepts, whom it trusts, and what changes of its own types mean. */
export const policySchema = z
  .strictObject({
    $schema: z.string().optional(),
    suppressions: z
      .array(
        z.strictObject({
          rule: text('the id of a rule'),
          address: text('a Terraform address'),
          of: z.array(text('what is accepted there, as the review prints it')).min(1).optional(),
          reason: text('why it is accepted'),
        }),
        'a list of { "rule", "address", "of", "reason" }',
      )
      .default([])
      .describe('Findings that are accepted'),
    trusted: z
      .strictObject({
        accounts: z.array(text(ACCOUNT, /^\d{12}$/)).default([]),
        organizations: z.array(text(ORGANIZATION, /^o-[a-z0-9]{10,32}$/)).default([]),
        issuers: z.array(text(ISSUER, /^https:\/\/\S+$/)).default([]),
      })
      .prefault({})
      .describe('Whom the team trusts beside its own accounts: to let them in is no finding'),
    verdicts: z
      .record(text('a resource type'), verdicts)
      .default({})
      .describe('By resource type, see docs/verdicts.md'),
  })
  .meta({ title: 'Policy of a Gatehouse plan review' });
