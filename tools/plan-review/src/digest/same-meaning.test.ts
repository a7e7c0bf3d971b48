import { digestPlan } from '../../testing/digest-pairs';
import { realPlan } from '../../testing/plans';
import { planDigest } from './plan-digest';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- plans are changed in every way here
type Plan = any;

const FIXTURES = [
  'reports-api/changed.plan.json',
  'reports-identity/changed.plan.json',
  'modules/changed.plan.json',
  'http-api/created.plan.json',
  'protection/created.plan.json',
] as const;

/** The same plan, made or written down otherwise. */
const ALIKE: readonly (readonly [string, (plan: Plan) => Plan])[] = [
  ['keys in another order', (plan) => reversed(plan)],
  ['another time, Terraform and minor format', (plan) => ({ ...plan, ...LATER })],
  ['changes in another order', (plan) => ({ ...plan, resource_changes: plan.resource_changes.toReversed() })],
  ['what the changes repeat left out', (plan) => ({ ...plan, planned_values: null, relevant_attributes: null })],
  [
    'spaces in JSON, and its keys in another order',
    (plan) => inTexts(plan, (value) => JSON.stringify(reversed(value), null, 2)),
  ],
  [
    'statements and lists of policies in another order, texts as lists of one',
    (plan) => inTexts(plan, (value) => JSON.stringify(rearranged(value))),
  ],
  ['computed values refreshed', (plan) => refreshed(plan)],
  ['drift, and words of Terraform', (plan) => worded({ ...plan, resource_drift: [] })],
];

const LATER = { timestamp: '2030-01-01T00:00:00Z', terraform_version: '1.99.0', format_version: '1.99' };

describe('two plans that mean the same have one digest', () => {
  it.each(FIXTURES.flatMap((path) => ALIKE.map(([words, edit]) => [path, words, edit] as const)))(
    '%s: %s',
    (path, _, edit) => {
      expect(planDigest(edit(realPlan(path))).digest).toBe(planDigest(realPlan(path)).digest);
    },
  );
});

describe('a policy', () => {
  const digest = (policy: object) => {
    const plan = realPlan('reports-api/changed.plan.json');
    const { change } = plan.resource_changes.find((each: Plan) => String(each.change.actions) === 'create');
    change.after.policy = JSON.stringify(policy);
    return planDigest(plan).digest;
  };
  const [read, write] = [
    { Effect: 'Allow', Action: 's3:GetObject', Resource: ['a', 'b'], Principal: { AWS: ['1', '2'] } },
    {
      Effect: 'Deny',
      Action: ['s3:PutObject'],
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ];
  const policy = { Version: '2012-10-17', Statement: [read, write] };

  it.each<[string, object]>([
    ['statements in another order', { ...policy, Statement: [write, read] }],
    [
      'lists in another order',
      { ...policy, Statement: [{ ...read, Resource: ['b', 'a'], Principal: { AWS: ['2', '1'] } }, write] },
    ],
    [
      'a text for a list of one',
      {
        ...policy,
        Statement: [
          { ...read, Action: ['s3:getobject'] },
          { ...write, Action: 's3:PutObject' },
        ],
      },
    ],
    [
      'a condition by its value',
      { ...policy, Statement: [read, { ...write, Condition: { Bool: { 'aws:SecureTransport': [false] } } }] },
    ],
    ['one statement for a list of one', { Version: '2012-10-17', Statement: [read, write] }],
  ])('means the same with %s', (_, other) => expect(digest(other)).toBe(digest(policy)));

  it.each<[string, object]>([
    ['another effect', { ...policy, Statement: [{ ...read, Effect: 'Deny' }, write] }],
    ['a wider action', { ...policy, Statement: [{ ...read, Action: 's3:*' }, write] }],
    ['a principal more', { ...policy, Statement: [{ ...read, Principal: { AWS: ['1', '2', '3'] } }, write] }],
    [
      'another condition',
      { ...policy, Statement: [read, { ...write, Condition: { Bool: { 'aws:SecureTransport': true } } }] },
    ],
    [
      'resources of the other statement',
      {
        ...policy,
        Statement: [
          { ...read, Resource: '*' },
          { ...write, Resource: ['a', 'b'] },
        ],
      },
    ],
    ['no condition', { ...policy, Statement: [read, { ...write, Condition: undefined }] }],
  ])('means something else with %s', (_, other) => expect(digest(other)).not.toBe(digest(policy)));
});

describe('blocks of a policy that is read during the apply', () => {
  /** With a second statement, of which everything is known. */
  function digest(order: (items: Plan[]) => Plan[], actions = ['s3:ListBucket', 's3:PutObject']): string {
    const plan: Plan = digestPlan('data-doc-a');
    const { change } = plan.resource_changes.find((each: Plan) => each.type === 'aws_iam_policy_document');
    const { expressions } = plan.configuration.root_module.resources.find(
      (each: Plan) => each.type === 'aws_iam_policy_document',
    );
    const [first] = change.after.statement;
    const [mask] = change.after_unknown.statement;
    const known = { ...mask, actions: [false, false], resources: [false] };
    change.after.statement = order([first, { ...first, actions: actions.toSorted(), resources: ['*'] }]);
    change.after_unknown.statement = order([mask, known]);
    change.after_sensitive.statement = order([known, known]);
    const written = { actions: { constant_value: actions }, resources: { constant_value: ['*'] } };
    expressions.statement = order([...expressions.statement, written]);
    return planDigest(plan).digest;
  }

  it('have no order, nor have their lists', () => {
    expect(digest((items) => items.toReversed())).toBe(digest((items) => items));
    expect(digest((items) => items, ['s3:PutObject', 's3:ListBucket'])).toBe(digest((items) => items));
  });

  it('are not mixed with each other', () => {
    expect(digest((items) => items, ['s3:ListBucket', 's3:*'])).not.toBe(digest((items) => items));
  });
});

function reversed(value: Plan): Plan {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, reversed(item)])
      .reverse(),
  );
}

/** With each JSON in a text written otherwise. */
function inTexts(value: Plan, write: (document: Plan) => string): Plan {
  if (typeof value === 'string' && value.startsWith('{')) {
    try {
      return write(JSON.parse(value));
    } catch {
      return value;
    }
  }
  if (Array.isArray(value)) return value.map((item) => inTexts(item, write));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inTexts(item, write)]));
}

function rearranged(document: Plan): Plan {
  if (!Array.isArray(document.Statement)) return document;
  const listed = (value: Plan) =>
    Array.isArray(value) ? value.toReversed() : typeof value === 'string' ? [value] : value;
  const statements = document.Statement.map((statement: Plan) => {
    const { Action = undefined, Resource = undefined, ...rest } = statement;
    return { ...rest, ...(Action && { Action: listed(Action) }), ...(Resource && { Resource: listed(Resource) }) };
  });
  return { ...document, Statement: statements.reverse() };
}

/** A computed value of everything that stays, and one that an update leaves alone. */
function refreshed(plan: Plan): Plan {
  for (const { change, mode } of plan.resource_changes) {
    if (mode !== 'managed' || !['no-op', 'update'].includes(String(change.actions))) continue;
    for (const side of ['before', 'after'])
      change[side] = { ...change[side], etag: 'refreshed', last_modified: '2030' };
  }
  for (const { values } of plan.prior_state?.values?.root_module?.resources ?? []) values.etag = 'refreshed';
  return plan;
}

function worded(plan: Plan): Plan {
  for (const entry of plan.resource_changes) entry.action_reason = 'replace_by_request';
  return plan;
}
