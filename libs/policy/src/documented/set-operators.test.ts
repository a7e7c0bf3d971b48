import { matches, page } from '../../testing/request';

const all = {
  'ForAllValues:StringEquals': { 'aws:TagKeys': ['environment', 'cost-center'] },
  Null: { 'aws:TagKeys': 'false' },
};
const any = { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['environment', 'cost-center'] } };

describe(`set operators, ${page('reference_policies_condition-single-vs-multi-valued-context-keys')}`, () => {
  it.each([
    [['environment'], true, true],
    [['cost-center'], true, true],
    [['environment', 'cost-center'], true, true],
    [['environment', 'dept'], false, true],
    [['dept'], false, false],
    [undefined, false, false],
  ])('for tag keys %j: ForAllValues %s, ForAnyValue %s', (keys, every, some) => {
    const context: Record<string, string[]> = keys ? { 'aws:TagKeys': keys } : {};
    expect([matches(all, context), matches(any, context)]).toEqual([every, some]);
  });

  it.each([[undefined], [[]], [['']], ['']])('an empty set (%j) is all of it, and none', (value) => {
    const context: Record<string, string | string[]> = value === undefined ? {} : { 'dynamodb:Attributes': value };
    const key = { 'dynamodb:Attributes': ['ID'] };
    const found = ['StringEquals', 'StringNotEquals'].flatMap((operator) =>
      ['ForAllValues', 'ForAnyValue'].map((set) => matches({ [`${set}:${operator}`]: key }, context)),
    );
    expect(found).toEqual([true, false, true, false]);
  });

  const thread = (set: string, values: string[]) =>
    matches(
      { [`${set}:StringLike`]: { 'dynamodb:requestedAttributes': values } },
      { 'dynamodb:requestedAttributes': ['PostDateTime', 'UserName'] },
    );

  it('compares each requested attribute with each listed one', () => {
    expect(thread('ForAllValues', ['PostDateTime', 'Message', 'Tags'])).toBe(false);
    expect(thread('ForAllValues', ['PostDateTime', 'Message', 'User*'])).toBe(true);
    expect(thread('ForAnyValue', ['ID', 'PostDateTime'])).toBe(true);
    expect(thread('ForAnyValue', ['ID', 'Message'])).toBe(false);
  });
});

const principal = (operator: string) => ({
  StringEquals: {
    'aws:PrincipalTag/department': ['finance', 'hr', 'legal'],
    'aws:PrincipalTag/role': ['audit', 'security'],
  },
  [operator]: { 'aws:PrincipalArn': ['arn:aws:iam::222222222222:user/Ana', 'arn:aws:iam::222222222222:user/Mary'] },
});

describe(`several keys and values, ${page('reference_policies_condition-logic-multiple-context-keys-or-values')}`, () => {
  it.each([
    ['ArnLike', 'legal', 'audit', 'Mary', true],
    ['ArnLike', 'hr', 'audit', 'Nikki', false],
    ['ArnLike', 'hr', 'payroll', 'Mary', false],
    ['ArnLike', 'hr', undefined, 'Mary', false],
    ['ArnLike', undefined, undefined, 'Mary', false],
    ['ArnNotLike', 'legal', 'audit', 'Nikki', true],
    ['ArnNotLike', 'hr', 'audit', 'Mary', false],
    ['ArnNotLike', 'hr', 'payroll', 'Nikki', false],
    ['ArnNotLike', 'hr', undefined, 'Nikki', false],
    ['ArnNotLike', undefined, undefined, 'Nikki', false],
  ])('%s, department %s, role %s, %s: %s', (operator, department, role, name, result) => {
    const context = {
      'aws:PrincipalArn': `arn:aws:iam::222222222222:user/${name}`,
      ...(department && { 'aws:PrincipalTag/department': department }),
      ...(role && { 'aws:PrincipalTag/role': role }),
    };
    expect(matches(principal(operator), context)).toBe(result);
  });
});
