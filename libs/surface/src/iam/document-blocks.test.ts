import { isUnknown, unknown } from '../model/value';
import { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { fromBlocks } from './document-blocks';

const catalog = new Catalog([]);
const document = (values: Readonly<Record<string, unknown>>): unknown =>
  fromBlocks({ type: 'aws_iam_policy_document', raw: (name: string) => values[name] } as unknown as Resource, catalog);

interface Written {
  readonly Statement: readonly unknown[];
}

/** The one statement of a block. */
const statement = (block: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  (document({ statement: [block] }) as { Statement: [Record<string, unknown>] }).Statement[0];

it('leaves out what is not written, and allows where no effect is', () => {
  const block = { sid: '', actions: ['s3:GetObject'], not_actions: [], resources: null, principals: [], condition: [] };
  expect(document({ statement: [block] })).toEqual({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'] }],
  });
  expect(document({ version: '2008-10-17', statement: [{ effect: 'Deny' }] })).toEqual({
    Version: '2008-10-17',
    Statement: [{ Effect: 'Deny' }],
  });
});

describe('principals', () => {
  const service = { type: 'Service', identifiers: ['lambda.amazonaws.com'] };
  const other = { type: 'Service', identifiers: ['ec2.amazonaws.com'] };
  const account = { type: 'AWS', identifiers: ['123456789012'] };

  it('are by type, those of one type together', () => {
    expect(statement({ principals: [service, account, other] })['Principal']).toEqual({
      Service: ['lambda.amazonaws.com', 'ec2.amazonaws.com'],
      AWS: ['123456789012'],
    });
  });

  it('are everyone by their type', () => {
    expect(statement({ principals: [{ type: '*', identifiers: ['*'] }] })['Principal']).toBe('*');
    expect(statement({ not_principals: [{ type: '*', identifiers: ['*'] }] })['NotPrincipal']).toBe('*');
  });

  it.each([
    ['a type', [{ type: unknown(), identifiers: ['*'] }]],
    ['one of them', [service, unknown()]],
    ['all of them', unknown()],
  ])('are not known while %s is not', (_, principals) => {
    expect(isUnknown(statement({ principals })['Principal'])).toBe(true);
  });
});

describe('conditions', () => {
  const condition = (test: unknown, variable: unknown, ...values: unknown[]) => ({ test, variable, values });

  it('are by operator and key, the values of one key together', () => {
    const blocks = [
      condition('StringEquals', 'aws:PrincipalOrgID', 'o-1'),
      condition('StringEquals', 'aws:PrincipalOrgID', 'o-2'),
      condition('Bool', 'aws:SecureTransport', 'true'),
    ];
    expect(statement({ condition: blocks })['Condition']).toEqual({
      StringEquals: { 'aws:PrincipalOrgID': ['o-1', 'o-2'] },
      Bool: { 'aws:SecureTransport': ['true'] },
    });
  });

  it.each([
    ['an operator', [condition(unknown(), 'aws:PrincipalOrgID', 'o-1')]],
    ['a key', [condition('StringEquals', unknown(), 'o-1')]],
    ['one of them', [condition('StringEquals', 'aws:PrincipalOrgID', 'o-1'), unknown()]],
    ['all of them', unknown()],
  ])('are not known while %s is not', (_, blocks) => {
    expect(isUnknown(statement({ condition: blocks })['Condition'])).toBe(true);
  });
});

describe('documents that are merged', () => {
  const text = JSON.stringify({ Statement: { Effect: 'Allow', Action: 's3:*' } });

  it('come first, and last where they override', () => {
    const merged = { Effect: 'Allow', Action: 's3:*' };
    const statements = (values: object) =>
      (document({ statement: [{ effect: 'Deny' }], ...values }) as Written).Statement;
    expect(statements({ source_policy_documents: [text] })).toEqual([merged, { Effect: 'Deny' }]);
    expect(statements({ override_policy_documents: [text] })).toEqual([{ Effect: 'Deny' }, merged]);
    expect(document({ source_json: text })).toEqual({ Version: '2012-10-17', Statement: [merged] });
  });

  it('take the place of statements with their sid', () => {
    const [deny, allow] = [
      { Sid: 'No', Effect: 'Deny', Action: 's3:*' },
      { Sid: 'No', Effect: 'Allow', Action: 's3:*' },
    ];
    const other = { Sid: '', Effect: 'Allow', Action: 'sqs:*' };
    const json = (...Statement: object[]) => JSON.stringify({ Statement });
    const statements = (values: object) => (document({ ...values }) as Written).Statement;
    expect(statements({ source_json: json(deny, other), override_json: json(allow, other) })).toEqual([
      other,
      allow,
      other,
    ]);
    const block = { sid: 'No', effect: 'Deny', actions: ['s3:*'] };
    expect(statements({ statement: [block], override_policy_documents: [json(allow)] })).toEqual([allow]);
    expect(statements({ statement: [block], source_policy_documents: [json(allow)] })).toHaveLength(2);
  });

  it.each([
    ['no JSON', '{'],
    ['not known', unknown()],
  ])('are a statement that is not known where they are %s', (_, source_json) => {
    const { Statement } = document({ source_json }) as { Statement: unknown[] };
    expect(Statement.map(isUnknown)).toEqual([true]);
  });
});

describe('documents that are merged by a reference', () => {
  const source = (values: Readonly<Record<string, unknown>>): Resource =>
    ({ type: 'aws_iam_policy_document', raw: (name: string) => values[name] }) as unknown as Resource;
  const merging = (other: (from: Resource) => Resource | undefined): unknown => {
    const leadsTo = { target: (from: Resource) => other(from) } as unknown as Catalog;
    return fromBlocks(source({ source_json: unknown(['data.aws_iam_policy_document.base.json']) }), leadsTo);
  };

  it('are those of the document that it leads to', () => {
    expect(merging(() => source({ statement: [{ effect: 'Deny' }] }))).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny' }],
    });
  });

  it.each([
    ['the blocks there are not known', () => source({ statement: unknown() })],
    ['it leads nowhere', () => undefined],
    ['it leads to itself', (from: Resource) => from],
  ])('are a statement that is not known where %s', (_, other) => {
    const { Statement } = merging(other) as { Statement: unknown[] };
    expect(Statement.map(isUnknown)).toEqual([true]);
  });
});

it('is not known while its blocks are not', () => {
  expect(isUnknown(document({ statement: unknown() }))).toBe(true);
});
