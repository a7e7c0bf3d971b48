import { unknown } from '../model/value';
import { Catalog } from '../terraform/catalog';
import { Resource } from '../terraform/resource';
import { settledArn } from './settled-arn';

const OWN = '111122223333';
const resource = (address: string, values: object) => {
  const [type = ''] = address.split('.');
  return new Resource({ address, type, mode: 'managed', scope: 0, values });
};
const from = resource('aws_iam_role_policy.p', {});
/** What makes the account of the plan known. */
const known = resource('aws_sns_topic.t', { arn: `arn:aws:sns:eu-west-1:${OWN}:t` });
const settled = (references: string[], ...all: Resource[]) =>
  settledArn(from, unknown(references), new Catalog([from, ...all]));
const ofRole = (values: object, ...more: Resource[]) =>
  settled(['aws_iam_role.r.arn'], resource('aws_iam_role.r', values), ...more);

describe('the ARN of what the plan makes', () => {
  it.each([
    ['of a role', 'aws_iam_role.x', { name: 'app' }, 'role/app'],
    ['of a role in a path', 'aws_iam_role.x', { name: 'app', path: '/shop/' }, 'role/shop/app'],
    ['of a user', 'aws_iam_user.x', { name: 'ann' }, 'user/ann'],
    ['of a policy', 'aws_iam_policy.x', { name: 'all' }, 'policy/all'],
    [
      'of an issuer',
      'aws_iam_openid_connect_provider.x',
      { url: 'https://login.example.com' },
      'oidc-provider/login.example.com',
    ],
  ])('is made from its name: %s', (_, address, values, name) => {
    expect(settled([`${address}.arn`], resource(address, values), known)).toBe(`arn:aws:iam::${OWN}:${name}`);
  });

  it('is the one that it has', () => {
    const arn = `arn:aws:iam::${OWN}:role/other`;
    expect(ofRole({ name: 'app', arn })).toBe(arn);
  });

  it('is not known without the account, the name or the path', () => {
    expect(ofRole({ name: 'app' })).toBeUndefined();
    expect(ofRole({ name: unknown() }, known)).toBeUndefined();
    expect(ofRole({}, known)).toBeUndefined();
    expect(ofRole({ name: 'app', path: unknown() }, known)).toBeUndefined();
  });

  it('is not what a value is that is made from more, or from something else of it', () => {
    const all = [resource('aws_iam_role.r', { name: 'app' }), known];
    expect(settled(['aws_iam_role.r.arn', 'var.suffix'], ...all)).toBeUndefined();
    expect(settled(['aws_iam_role.r.id'], ...all)).toBeUndefined();
    expect(settled(['aws_sqs_queue.q.arn'], ...all, resource('aws_sqs_queue.q', { name: 'q' }))).toBeUndefined();
    expect(settled([], ...all)).toBeUndefined();
  });
});
