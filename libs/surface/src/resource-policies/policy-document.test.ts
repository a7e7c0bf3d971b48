import { Unknown as NotKnown } from '@gatehouse/policy';
import { Unknown, unknown } from '../model/value';
import { Catalog } from '../terraform/catalog';
import { Resource } from '../terraform/resource';
import { policyDocument } from './policy-document';

const OWN = '111122223333';
const resource = (address: string, values: object) => {
  const [type = ''] = address.replace(/^data\./, '').split('.');
  return new Resource({ address, type, mode: address.startsWith('data.') ? 'data' : 'managed', scope: 0, values });
};
const policy = (value: unknown, ...others: Resource[]): unknown => {
  const from = resource('aws_sqs_queue_policy.p', { policy: value });
  return policyDocument(from, 'policy', { catalog: new Catalog([from, ...others]), account: OWN });
};
const DATA = 'data.aws_iam_policy_document.d';
const written = (values: object, ...others: Resource[]) =>
  policy(unknown([`${DATA}.json`]), resource(DATA, values), ...others);
const statement = (block: object, ...others: Resource[]) =>
  (written({ statement: [block] }, ...others) as { Statement: [Record<string, unknown>] }).Statement[0];

describe('the text of a policy', () => {
  it('is taken as it is, and nothing where none is set', () => {
    expect(policy('{"Statement":[]}')).toBe('{"Statement":[]}');
    expect(policy('')).toBeUndefined();
    expect(policy(undefined)).toBeUndefined();
  });

  it('is not read where it is nested deeper than any policy, however long it is', () => {
    const deep = (open: string, close: string) => `{"Statement":${open.repeat(101)}1${close.repeat(101)}}`;
    expect(policy(deep('[', ']'))).toEqual(new NotKnown('it is nested too deep'));
    expect(policy(deep('{"a":', '}'))).toEqual(new NotKnown('it is nested too deep'));
    const long = JSON.stringify({ Statement: Array.from({ length: 200 }, () => ({ Condition: { a: [{}] } })) });
    expect(policy(long)).toBe(long);
  });

  it('is not known where what it is made from does not write it', () => {
    const role = resource('aws_iam_role.r', { arn: `arn:aws:iam::${OWN}:role/r` });
    expect(policy(unknown(['aws_iam_role.r.arn']), role)).toEqual(new NotKnown('known after apply'));
    expect(policy(new Unknown({ sensitive: true }))).toEqual(new NotKnown('sensitive'));
  });
});

describe('principals that the plan makes', () => {
  const principal = (reference: string, ...others: Resource[]) =>
    statement({ principals: [{ type: 'AWS', identifiers: [unknown([reference])] }] }, ...others)['Principal'];

  it.each([
    ['aws_iam_role.r', {}, `arn:aws:iam::${OWN}:role/aws_iam_role.r`],
    ['aws_iam_user.u', {}, `arn:aws:iam::${OWN}:user/aws_iam_user.u`],
    ['aws_iam_role.r', { arn: `arn:aws:iam::${OWN}:role/known` }, `arn:aws:iam::${OWN}:role/known`],
    [
      'aws_cloudfront_origin_access_identity.o',
      {},
      'arn:aws:iam::cloudfront:user/aws_cloudfront_origin_access_identity.o',
    ],
  ])('stand for themselves: %s %j', (address, values, arn) => {
    expect(principal(`${address}.arn`, resource(address, values))).toEqual({ AWS: [arn] });
  });

  it('are not known where they are made elsewhere', () => {
    expect(principal('aws_iam_role.elsewhere.arn')).toEqual({ AWS: [new NotKnown('known after apply')] });
  });
});

it('parts of a policy that are not known are no principals, whatever they are made from', () => {
  const role = resource('aws_iam_role.r', { arn: `arn:aws:iam::${OWN}:role/r` });
  const made = unknown(['aws_iam_role.r.arn']);
  const notKnown = new NotKnown('known after apply');
  expect(written({ statement: made }, role)).toEqual(notKnown);
  expect(written({ statement: [made] }, role)).toMatchObject({ Statement: [notKnown] });
  expect(written({ source_json: made }, role)).toMatchObject({ Statement: [notKnown] });
  expect(statement({ principals: made }, role)['Principal']).toEqual(notKnown);
  expect(statement({ condition: made }, role)['Condition']).toEqual(notKnown);
});
