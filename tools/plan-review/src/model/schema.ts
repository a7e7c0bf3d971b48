import { SEVERITIES } from '@gatehouse/surface';
import { z } from 'zod';
import { FORMAT } from './format';

/*
 * What a review says, as published in review.schema.json. Everything that is printed anywhere comes from here, so what
 * has no place here cannot leak: there is no field for a value of an argument that is not on the allow-list.
 *
 * Only what reads a review back needs this at run time; the rest of the package takes the types from `./review`.
 */

const text = z.string();
const count = z.int().min(0);

const located = {
  address: text.describe('Terraform address'),
  stack: text.optional(),
  constructPath: text.optional().describe('Where it is in the construct tree; from synthesized JSON'),
  source: text.optional().describe('File that declares it, relative to the workspace'),
};

export const findingSchema = z.strictObject({
  rule: text.describe('Id of the rule, see docs/rules.md'),
  severity: z.enum(SEVERITIES),
  subject: text,
  message: text,
  remediation: text,
  before: text.optional(),
  after: text.optional(),
  of: z.array(text).optional().describe('What exactly was found: a suppression names it'),
  ...located,
  causedBy: text.optional().describe('Address of the change that this one follows from'),
});

export const suppressedSchema = findingSchema.extend({
  reason: text.describe('Why the team accepts it'),
});

export const accessRowSchema = z.strictObject({
  route: text.describe('`GET /reports/{id}`, or the address of a function URL'),
  api: text.describe('Name of the API, or its address'),
  kind: z.enum(['rest', 'http', 'websocket', 'function-url']),
  before: text.optional().describe('Who may call it now; absent: the route is new'),
  after: text.optional().describe('Who may call it after the apply; absent: the route is gone'),
  effect: z
    .enum(['opened', 'loosened', 'closed', 'changed', 'unclear', 'new', 'removed'])
    .describe(
      'opened: anyone may call it from now on; loosened: it asks for less than it did; unclear: only known after the apply',
    ),
  publicReason: text.optional().describe('Why its author made it public'),
  customCallers: text.optional().describe('Whom, by its author, the Lambda authorizer of the route lets in'),
  iamCallers: text.optional().describe('Who, by its author, signs the requests of an IAM route'),
  ...located,
});

export const attributeSchema = z.strictObject({
  name: text,
  before: text.optional(),
  after: text.optional(),
});

export const changeSchema = z.strictObject({
  ...located,
  type: text,
  action: z.enum(['create', 'update', 'delete', 'replace', 'forget', 'replace-and-forget', 'read', 'no-op', 'unknown']),
  deposed: text.optional().describe('Key of an object that a failed replacement left behind'),
  previousAddress: text.optional().describe('Where it was before a `moved` block'),
  imported: z.boolean().optional(),
  reason: text.optional().describe("Terraform's own, e.g. replace_because_cannot_update"),
  forcedBy: z.array(text).optional().describe('Arguments that force a replacement'),
  changed: z.array(text).describe('Names of the arguments that differ or are not known'),
  attributes: z.array(attributeSchema).describe('Those of `changed` whose values may be printed'),
  invisible: z.boolean().optional().describe('An update in which nothing differs'),
  causedBy: text.optional().describe('Address of the change that this one follows from'),
  uses: z.array(text).optional().describe('Addresses of other changes that it refers to'),
  severity: z.enum(SEVERITIES).optional().describe('The worst that is found at this address'),
  fingerprint: text.describe('The same as long as the change means the same'),
});

export const stackSchema = z.strictObject({
  name: text,
  status: z
    .enum(['changes', 'no changes', 'from code', 'errored', 'incomplete', 'not reviewed'])
    .describe(
      'Only "changes" and "no changes" say everything that an apply will do. from code: it cannot be planned yet, so its code is compared with that of another commit',
    ),
  why: text.optional().describe('Of any status but "changes" and "no changes"'),
  counts: z.strictObject({
    add: count,
    change: count,
    destroy: count,
    import: count,
    move: count,
    forget: count,
    invoke: count,
  }),
  changes: z.array(changeSchema),
  drift: z.array(changeSchema).describe('Changed outside of Terraform since the last apply'),
  deferred: z.array(z.strictObject({ address: text, action: changeSchema.shape.action, why: text })),
  outputs: z.array(z.strictObject({ name: text, action: changeSchema.shape.action, sensitive: z.boolean() })),
  checks: z.array(z.strictObject({ address: text, status: z.enum(['fail', 'error', 'unknown']) })),
  actionInvocations: z.array(text),
  terraformVersion: text.optional(),
  digest: text.optional().describe('What an apply is bound to. Absent: there was neither plan nor code'),
  digestParts: z.record(text, text).optional().describe('A hash of each part of the digest: tells what differs'),
  boundByReference: z
    .array(text)
    .optional()
    .describe('Values that are only known after the apply and of which the digest has the references, not the text'),
  secrets: z
    .enum(['bound', 'not bound', 'none'])
    .optional()
    .describe('Whether another secret has another digest; not bound: there was no key'),
  readAtApply: z
    .array(z.strictObject({ source: text, usedBy: z.array(text) }))
    .optional()
    .describe('Data sources whose answers are not known at review, and what is made from these'),
  secretChanges: z.array(text).optional().describe('Arguments that become a secret, or another one'),
});

export const environmentReviewSchema = z.strictObject({
  name: text.optional(),
  digest: text.optional().describe('Of all stacks together; absent: at least one is not reviewed'),
  apis: z.array(text).describe('Names of its APIs; views name the API of a route where there are several'),
  access: z.array(accessRowSchema),
  findings: z.array(findingSchema),
  suppressed: z.array(suppressedSchema),
  standing: z
    .array(z.strictObject({ rule: text, reason: text }))
    .describe('Environment rules that the environment file accepts, with or without these plans'),
  unusedSuppressions: z
    .array(
      z.strictObject({
        rule: text,
        reason: text,
        address: text.optional(),
        problem: text.optional().describe('What is wrong with the entry, and what to do'),
      }),
    )
    .describe('Suppressions that suppress nothing'),
  unreviewed: z
    .array(z.strictObject({ type: text, changes: count }))
    .optional()
    .describe('Types that no rule and no table of verdicts knows, and how many of each change; absent: none'),
  stacks: z.array(stackSchema),
});

export const reviewSchema = z
  .strictObject({
    format: z.literal(FORMAT),
    verdict: z
      .enum(['clean', 'risky', 'not reviewed'])
      .describe('not reviewed: at least one stack could not be planned, failed, or is incomplete'),
    environments: z.array(environmentReviewSchema),
  })
  .meta({ title: 'Gatehouse plan review' });
