import { handPlan, type HandChange } from '../../../testing/hand-plan';
import { findingsOf } from '../../../testing/real-plan';

type Values = Readonly<Record<string, unknown>>;
const RULE = 'aws_lb_listener_rule';
const same = (values: Values): HandChange => [values, { ...values }];
const listener = (arn: string) => ({
  ...{ arn, protocol: 'HTTPS', port: 443 },
  default_action: [{ type: 'fixed-response' }],
});
const said = (rule: string, changes: Record<string, HandChange>, ...expressions: Parameters<typeof handPlan>[1][]) =>
  findingsOf(
    handPlan(
      {
        'aws_lb_listener.web': same(listener('web')),
        'aws_lb_listener.other': same(listener('other')),
        'aws_lb_target_group.shop': same({ arn: 'shop', target_type: 'lambda' }),
        ...changes,
      },
      ...expressions,
    ),
  )
    .filter((finding) => finding.rule === rule)
    .map(({ severity, message }) => `${severity} ${message}`);

describe('a rule with sign-in', () => {
  const forward = { type: 'forward', target_group_arn: 'shop' };
  const open = (priority: number, at = 'web') => ({ arn: 'open', listener_arn: at, priority, action: [forward] });
  const guard = (priority: number, action: readonly Values[] = [{ type: 'authenticate-oidc' }, forward]) => ({
    ...{ arn: 'guard', listener_arn: 'web', priority, action },
  });
  const lost = (changes: Record<string, HandChange>) =>
    said(
      'load-balancer-guard-lost',
      Object.fromEntries(Object.entries(changes).map(([name, change]) => [`${RULE}.${name}`, change])),
    );
  const skipped = `high Anyone on the internet can send requests by ${RULE}.open without signing in, to the targets that ${RULE}.guard asks callers to sign in for.`;

  it('is skipped where another one comes first that did not', () => {
    expect(lost({ guard: same(guard(10)), open: [open(20), open(5)] })).toEqual([skipped]);
    expect(lost({ guard: same(guard(10)), open: [null, open(5)] })).toEqual([skipped]);
    expect(lost({ guard: same(guard(10)), open: [null, open(20, 'other')] })).toEqual([skipped]);
  });

  it('is not skipped where the other one comes later, or came first before', () => {
    expect(lost({ guard: same(guard(10)), open: [null, open(20)] })).toEqual([]);
    expect(lost({ guard: same(guard(10)), open: same(open(5)) })).toEqual([]);
    expect(lost({ guard: [null, guard(10)], open: same(open(5)) })).toEqual([]);
  });

  it('is gone without its action, or where it lets everyone on', () => {
    const gone = [`critical Anyone on the internet can send requests by ${RULE}.guard without signing in.`];
    expect(lost({ guard: [guard(10), guard(10, [forward])] })).toEqual(gone);
    const allowed = { type: 'authenticate-oidc', authenticate_oidc: [{ on_unauthenticated_request: 'allow' }] };
    expect(lost({ guard: [guard(10), guard(10, [allowed, forward])] })).toEqual(gone);
    expect(lost({ guard: [guard(10), guard(10, [{ type: 'fixed-response' }])] })).toEqual([]);
  });
});

describe('a function behind a load balancer', () => {
  const rule = {
    arn: 'open',
    listener_arn: 'web',
    priority: 5,
    action: [{ type: 'forward', target_group_arn: 'shop' }],
  };
  const ATTACHMENT = 'aws_lb_target_group_attachment.shop';
  const door = [
    `high Anyone on the internet can call function orders through the HTTPS listener ${RULE}.open of a load balancer.`,
  ];

  it('is found by its ARN, or by what the attachment is made from', () => {
    const target = { target_group_arn: 'shop', target_id: 'arn:aws:lambda:eu-west-1:111122223333:function:orders' };
    const open = { [`${RULE}.open`]: same(rule) };
    expect(said('load-balancer-door', { ...open, [ATTACHMENT]: [null, target] })).toHaveLength(1);
    expect(
      said(
        'load-balancer-door',
        {
          [`${RULE}.open`]: [null, rule],
          'aws_lambda_function.orders': [null, { function_name: 'orders' }, { arn: true }],
          [ATTACHMENT]: [null, { target_group_arn: 'shop' }, { target_id: true }],
        },
        {
          [ATTACHMENT]: {
            target_id: ['data.external.a.result', 'aws_lambda_function.orders.arn', 'aws_lambda_function.orders'],
          },
        },
      ),
    ).toEqual(door);
  });
});
