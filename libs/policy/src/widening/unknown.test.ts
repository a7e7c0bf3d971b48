import { account, allow, deny, doc, ofManaged, ofResource, ofRole } from '../../testing/changes';
import { Unknown } from '../index';

const known = doc(allow('s3:GetObject', 'arn:aws:s3:::photos/*'));

describe('what is not known', () => {
  it('is never unchanged: a whole document, on either side', () => {
    const hidden = new Unknown('sensitive');
    expect(ofRole([known], [hidden]).undecided).toEqual([{ side: 'after', policy: 'policy 0', reason: 'sensitive' }]);
    const { gains, undecided } = ofRole([hidden], [known]);
    expect(undecided).toMatchObject([{ side: 'before' }]);
    expect(gains).toMatchObject([{ certainty: 'could not rule out' }]);
    expect(ofRole([hidden], [hidden]).undecided).toHaveLength(2);
  });

  it('is no data: a document with a key of that name is read as it is written', () => {
    const { gains, undecided } = ofRole([known], [{ ...known, because: 'known after apply' }]);
    expect(gains).toEqual([]);
    expect(undecided).toMatchObject([{ side: 'after', reason: expect.stringContaining('because') }]);
    expect(ofRole([], [doc(allow('s3:GetObject', 'arn:aws:s3:::\ue000'))]).undecided).toMatchObject([
      { reason: expect.stringContaining('characters') },
    ]);
  });

  it('a resource that is not known is one resource, not all', () => {
    const { gains, undecided } = ofRole([], [doc(allow('dynamodb:GetItem', new Unknown()))]);
    expect(undecided).toEqual([]);
    expect(gains).toMatchObject([
      {
        actions: ['dynamodb:GetItem'],
        resources: ['(not known)'],
        certainty: 'could not rule out',
        broad: { sweeping: false },
      },
    ]);
    expect(ofRole([doc(allow('dynamodb:*'))], [doc(allow('dynamodb:GetItem', new Unknown()))]).gains).toEqual([]);
  });

  it('an action that is not known may be any of them; a denied one takes nothing away for certain', () => {
    const hidden = new Unknown('known after apply');
    expect(ofRole([known], [doc(allow(['s3:GetObject', hidden], 'arn:aws:s3:::photos/*'))]).undecided).toEqual([
      { side: 'after', policy: 'policy 0', reason: 'Statement[0].Action: known after apply' },
    ]);
    expect(ofRole([doc(allow(hidden))], [known]).undecided).toEqual([]);
    expect(ofRole([], [doc(deny(hidden))]).undecided).toEqual([]);
  });

  it('an action, an effect or a condition that is not known may allow', () => {
    expect(ofRole([], [doc(allow(new Unknown()))]).gains).toMatchObject([{ actions: ['(not known)'] }]);
    expect(ofRole([], [doc({ ...allow('s3:*'), Effect: new Unknown() })]).gains).toHaveLength(1);
    expect(ofRole([], [doc(allow('s3:*', '*', { Condition: new Unknown() }))]).gains).toHaveLength(1);
    const ip = (value: unknown) => ({ Condition: { IpAddress: { 'aws:SourceIp': value } } });
    expect(
      ofRole([doc(allow('s3:*', '*', ip('10.0.0.0/8')))], [doc(allow('s3:*', '*', ip(new Unknown())))]).gains,
    ).toMatchObject([
      { conditions: ['IpAddress aws:SourceIp a value that is not known'], certainty: 'could not rule out' },
    ]);
    expect(ofRole([doc(allow('s3:*'))], [doc(allow('s3:*', '*', ip(new Unknown())))]).gains).toEqual([]);
  });

  it('what denied and is not known may have denied anything; what denies and is not known denies nothing for sure', () => {
    const all = allow('s3:*');
    expect(ofRole([doc(all, deny('s3:*', new Unknown()))], [doc(all)]).gains).toMatchObject([{ lostDeny: true }]);
    expect(
      ofRole([doc(all, deny('s3:PutObject'))], [doc(all, deny('s3:PutObject', new Unknown()))]).gains,
    ).toHaveLength(1);
    expect(ofRole([doc(all)], [doc(all, deny(new Unknown()))]).gains).toEqual([]);
  });

  it('dig-trust-b: everyone beside a provider that is not known', () => {
    const one = (Principal: unknown, rest: object = {}) => ({
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal,
      ...rest,
    });
    const guests = one(
      { Federated: 'cognito-identity.amazonaws.com' },
      {
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': new Unknown() } },
      },
    );
    const { gains } = ofResource('role', undefined, doc(guests, one({ AWS: '*' })));
    expect(gains).toMatchObject([
      { who: [{ type: 'anyAccount' }], broad: { public: true } },
      { who: [{ type: 'federated' }], broad: { public: false }, conditions: [expect.stringContaining(':aud a value')] },
    ]);
    expect(ofResource('role', undefined, doc(one({ AWS: new Unknown() }))).gains).toMatchObject([
      { who: [{ type: 'unknown' }] },
    ]);
  });

  it('a managed policy that is not in the table is said; the same on both sides is no change', () => {
    const arn = 'arn:aws:iam::aws:policy/Mystery';
    expect(ofManaged([], [arn]).undecided).toEqual([
      { side: 'after', policy: arn, reason: 'what this managed policy allows is not known' },
    ]);
    expect(ofManaged([arn], [arn])).toMatchObject({ gains: [], undecided: [] });
    expect(ofManaged([], [`arn:aws:iam::${account}:policy/AdministratorAccess`]).undecided).toHaveLength(1);
  });
});
