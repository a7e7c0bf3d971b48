import { Catalog } from './catalog';
import { ownAccounts } from './own-accounts';
import { Resource } from './resource';

const resource = (address: string, values: object, scope = 0) => {
  const [type = ''] = address.replace(/^data\./, '').split('.');
  return new Resource({ address, type, mode: address.startsWith('data.') ? 'data' : 'managed', scope, values });
};
const bucket = resource('aws_s3_bucket.b', { arn: 'arn:aws:s3:::b' });
const topic = resource('aws_sns_topic.t', { arn: 'arn:aws:sns:eu-west-1:111122223333:t' });
const queue = resource('aws_sqs_queue.q', { arn: 'arn:aws:sqs:eu-west-1:444455556666:q' });
const of = (asked: Resource, ...others: Resource[]) => ownAccounts(new Catalog([asked, ...others])).of(asked);

describe('the account of a resource', () => {
  it.each([
    ['by its ARN', topic, [queue], '111122223333'],
    ['by the ARNs of its plan', bucket, [topic], '111122223333'],
    ['unknown where the plan has two', bucket, [topic, queue], undefined],
    [
      'by the identity of the caller',
      bucket,
      [topic, queue, resource('data.aws_caller_identity.me', { account_id: '444455556666' })],
      '444455556666',
    ],
    [
      'never by a data source that was looked up',
      bucket,
      [resource('data.aws_sns_topic.t', { arn: topic.peek('arn') })],
      undefined,
    ],
    ['never by another plan', bucket, [resource('aws_sns_topic.t', { arn: topic.peek('arn') }, 1)], undefined],
  ])('is %s', (_, asked, others, account) => {
    expect(of(asked, ...others)).toBe(account);
  });
});
