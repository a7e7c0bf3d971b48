import fc from 'fast-check';
import { SEVERITIES } from '@gatehouse/surface';
import type {
  AccessRow,
  ChangeReview,
  EnvironmentReview,
  Review,
  ReviewFinding,
  StackReview,
} from '../src/model/review';
import { FORMAT } from '../src/model/format';
import { verdictOf } from '../src/build/verdict';

/** Pieces of text that try to be more than text, wherever they end up. */
export const HOSTILE = [
  '`',
  '``',
  '```',
  '~~~',
  '\n',
  '\r\n',
  '\n\n',
  '|',
  '\\',
  '\\|',
  '\\\\|',
  '<!--',
  '-->',
  '<!-- gatehouse-plan-review -->',
  '</details>',
  '<details>',
  '</summary>',
  '</code>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '@everyone',
  '@octocat',
  '#123',
  'GH-7',
  'https://evil.example/x',
  'www.evil.example',
  'mail@evil.example',
  '![x](https://evil.example/p.png)',
  '[x](javascript:alert(1))',
  '[^1]',
  '- [ ] ',
  '# ',
  '1. ',
  '> ',
  '    ',
  '\t',
  '---',
  '***',
  '**',
  '_',
  '~~',
  '$x$',
  '&lt;',
  '&#60;',
  '"',
  "'",
  "' onfocus='x",
  '\u202e',
  '\u2066',
  '\u200b',
  '\u0000',
  '\u001b[2J',
  '\u2028',
  '\ud800',
  'é',
  '名',
  '🙂',
  '\u0301',
] as const;

/** A name or a sentence: hostile pieces between plain ones, sometimes very long. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 6 })), { maxLength: 5 })
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE).map((piece) => `x${piece}`.repeat(900)) },
);

const severity = fc.constantFrom(...SEVERITIES);
const action = fc.constantFrom(
  'create',
  'update',
  'delete',
  'replace',
  'forget',
  'replace-and-forget',
  'no-op',
  'unknown',
) as fc.Arbitrary<ChangeReview['action']>;
const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 2 });
const maybe = <T>(item: fc.Arbitrary<T>) => fc.option(item, { nil: undefined });

const located = {
  address: hostileText,
  stack: maybe(hostileText),
  constructPath: maybe(hostileText),
  source: maybe(hostileText),
};

const riskFields = {
  rule: hostileText,
  severity,
  subject: hostileText,
  message: hostileText,
  remediation: hostileText,
  before: maybe(hostileText),
  after: maybe(hostileText),
  ...located,
  causedBy: maybe(hostileText),
};
const finding: fc.Arbitrary<ReviewFinding> = fc.record(riskFields);

const change: fc.Arbitrary<ChangeReview> = fc.record({
  ...located,
  type: hostileText,
  action,
  deposed: maybe(hostileText),
  previousAddress: maybe(hostileText),
  imported: maybe(fc.constant(true)),
  reason: maybe(hostileText),
  forcedBy: maybe(few(hostileText)),
  changed: few(hostileText),
  attributes: few(fc.record({ name: hostileText, before: maybe(hostileText), after: maybe(hostileText) })),
  invisible: maybe(fc.constant(true)),
  causedBy: maybe(hostileText),
  uses: maybe(few(hostileText)),
  severity: maybe(severity),
  fingerprint: hostileText,
});

const row: fc.Arbitrary<AccessRow> = fc.record({
  route: hostileText,
  api: hostileText,
  kind: fc.constantFrom('rest', 'http', 'websocket', 'function-url'),
  before: maybe(hostileText),
  after: maybe(hostileText),
  effect: fc.constantFrom('opened', 'loosened', 'closed', 'changed', 'unclear', 'new', 'removed'),
  publicReason: maybe(hostileText),
  iamCallers: maybe(hostileText),
  customCallers: maybe(hostileText),
  ...located,
});

const count = fc.integer({ min: 0, max: 9 });
const stack: fc.Arbitrary<StackReview> = fc.record({
  name: hostileText,
  status: fc.constantFrom('changes', 'no changes', 'errored', 'incomplete', 'not reviewed'),
  why: maybe(hostileText),
  counts: fc.record({
    add: count,
    change: count,
    destroy: count,
    import: count,
    move: count,
    forget: count,
    invoke: count,
  }),
  changes: few(change),
  drift: few(change),
  deferred: few(fc.record({ address: hostileText, action, why: hostileText })),
  outputs: few(fc.record({ name: hostileText, action, sensitive: fc.boolean() })),
  checks: few(fc.record({ address: hostileText, status: fc.constantFrom('fail', 'error', 'unknown') })),
  actionInvocations: few(hostileText),
  terraformVersion: maybe(hostileText),
  digest: maybe(hostileText),
});

const environment: fc.Arbitrary<EnvironmentReview> = fc.record({
  name: maybe(hostileText),
  digest: maybe(hostileText),
  access: few(row),
  findings: few(finding),
  suppressed: few(fc.record({ ...riskFields, reason: hostileText })),
  standing: few(fc.record({ rule: hostileText, reason: hostileText })),
  apis: few(hostileText),
  unusedSuppressions: few(
    fc.record({
      rule: hostileText,
      reason: hostileText,
      address: maybe(hostileText),
      problem: maybe(hostileText),
    }),
  ),
  stacks: few(stack),
});

/** A review in which every text is hostile. */
export const hostileReview: fc.Arbitrary<Review> = fc
  .array(environment, { maxLength: 2 })
  .map((environments) => ({ format: FORMAT, verdict: verdictOf(environments), environments }));
