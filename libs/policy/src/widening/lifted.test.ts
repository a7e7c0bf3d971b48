import { allow, doc, ofResource, ofRole } from '../../testing/changes';

const objects = 'arn:aws:s3:::b/*';
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const ip = (block: string) => ({ IpAddress: { 'aws:SourceIp': block } });
const vpce = (operator: string, ...values: string[]) => ({ [operator]: { 'aws:SourceVpce': values } });
const until = (year: number) => ({ DateLessThan: { 'aws:CurrentTime': `${year}-01-01T00:00:00Z` } });
const tenant = (operator: string, value: string) => ({ [operator]: { 'kms:EncryptionContext:tenant': value } });

const liftedOf = (before: object | undefined, after: object | undefined): unknown[] => {
  const of = (Condition?: object) => doc(allow('s3:DeleteObject', objects, Condition && { Condition }));
  return ofRole([of(before)], [of(after)]).gains.map(({ lifted }) => lifted ?? []);
};

describe('a condition that limits no longer', () => {
  it.each([
    ['is removed', mfa, undefined, ['Bool aws:MultiFactorAuthPresent']],
    ['holds without the key', mfa, { BoolIfExists: mfa.Bool }, ['Bool aws:MultiFactorAuthPresent']],
    ['allows anything', vpce('StringEquals', 'vpce-1'), vpce('StringLike', '*'), ['StringEquals aws:SourceVpce']],
    [
      'allows any text',
      tenant('StringEquals', 'a'),
      tenant('StringLike', '?*'),
      ['StringEquals kms:EncryptionContext:tenant'],
    ],
    ['is of a wider network', ip('203.0.113.7/32'), ip('0.0.0.0/0'), ['IpAddress aws:SourceIp']],
    ['ends later', until(2025), until(2099), ['DateLessThan aws:CurrentTime']],
    ['is one of two', { ...mfa, ...until(2025) }, mfa, ['DateLessThan aws:CurrentTime']],
  ])('%s', (_, before, after, lifted) => {
    expect(liftedOf(before, after)).toEqual([lifted]);
  });

  it.each([
    ['other values are named', vpce('StringEquals', 'vpce-1'), vpce('StringEquals', 'vpce-1', 'vpce-2'), [[]]],
    ['the network is another', ip('203.0.113.7/32'), ip('198.51.100.0/32'), [[]]],
    ['it ends sooner', until(2099), until(2025), []],
    ['it is added', undefined, mfa, []],
  ])('is none where %s', (_, before, after, gains) => {
    expect(liftedOf(before, after)).toEqual(gains);
  });

  it('is found beside new actions, and where a like statement without it is added', () => {
    const limited = allow('s3:DeleteObject', objects, { Condition: mfa });
    const lifted = ['Bool aws:MultiFactorAuthPresent'];
    const more = allow(['s3:AbortMultipartUpload', 's3:DeleteObject'], objects);
    expect(ofRole([doc(limited)], [doc(more)]).gains).toMatchObject([{ lifted }]);
    expect(ofRole([doc(limited)], [doc(limited, allow('s3:DeleteObject', objects))]).gains).toMatchObject([{ lifted }]);
    const [other] = ofRole([doc(limited)], [doc(limited, allow('s3:GetObject', objects))]).gains;
    expect(other).not.toHaveProperty('lifted');
  });

  it('is found in policies of resources', () => {
    const logs = (Condition?: object) =>
      doc(
        allow('kms:Decrypt', '*', {
          Principal: { Service: 'logs.eu-west-1.amazonaws.com' },
          ...(Condition && { Condition }),
        }),
      );
    const arn = {
      ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-west-1:111122223333:log-group:a' },
    };
    expect(ofResource('kms', logs(arn), logs()).gains).toMatchObject([
      { lifted: ['ArnEquals kms:EncryptionContext:aws:logs:arn'] },
    ]);
  });
});
