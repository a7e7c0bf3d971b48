import { allow, deny, doc, ofResource, ofRole } from '../../testing/changes';

describe('a Deny that denies less', () => {
  it('stays for some of it: the rest is no longer denied', () => {
    const payroll = ['arn:aws:s3:::payroll', 'arn:aws:s3:::payroll/*'];
    const all = allow('s3:*');
    expect(ofRole([doc(all, deny('s3:*', payroll))], [doc(all, deny('s3:*', payroll.slice(1)))]).gains).toMatchObject([
      { lostDeny: true, actions: ['s3:*'], resources: ['arn:aws:s3:::payroll'], certainty: 'can' },
    ]);
    const some = [deny(['s3:GetObject', 's3:PutObject']), deny('s3:PutObject')];
    expect(ofRole([doc(all, some[0])], [doc(all, some[1])]).gains).toMatchObject([
      { lostDeny: true, actions: ['s3:GetObject'], resources: ['*'] },
    ]);
  });

  it('is eased where one of the same has other conditions in its place', () => {
    const own = allow('s3:*', 'arn:aws:s3:::b/*', { Principal: { AWS: '111122223333' } });
    const unless = (...SourceVpce: string[]) =>
      deny('s3:*', 'arn:aws:s3:::b/*', {
        Principal: '*',
        Condition: { StringNotEquals: { 'aws:SourceVpce': SourceVpce } },
      });
    const tls = deny('s3:*', 'arn:aws:s3:::b/*', {
      Principal: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
    const lost = (before: object[], after: object[]) =>
      ofResource('s3', doc(own, ...before), doc(own, ...after), { arn: 'arn:aws:s3:::b' }).gains;
    expect(lost([unless('vpce-1')], [unless('vpce-1', 'vpce-2')])).toMatchObject([{ lostDeny: true, eased: true }]);
    // The one that stays was there before.
    const [gain] = lost([unless('vpce-1'), tls], [tls]);
    expect([gain?.lostDeny, gain?.eased]).toEqual([true, undefined]);
  });

  it('of everything but some leaves out more: that alone is no longer denied', () => {
    const but = (...names: string[]) => ({
      ...{ Effect: 'Deny', Action: 's3:*' },
      NotResource: names.map((name) => `arn:aws:s3:::*-${name}/*`),
    });
    const all = allow('s3:*');
    expect(ofRole([doc(all, but('logs'))], [doc(all, but('new', 'logs'))]).gains).toMatchObject([
      { lostDeny: true, actions: ['s3:*'], resources: ['arn:aws:s3:::*-new/*'] },
    ]);
    const except = (...NotAction: string[]) => ({ Effect: 'Deny', NotAction, Resource: '*' });
    expect(ofRole([doc(all, except('iam:*'))], [doc(all, except('iam:*', 's3:GetObject'))]).gains).toMatchObject([
      { lostDeny: true, actions: ['s3:GetObject'], resources: ['*'] },
    ]);
    // Another condition: it denies something else.
    const limited = { ...but('logs', 'new'), Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    expect(ofRole([doc(all, but('logs'))], [doc(all, limited)]).gains).toMatchObject([
      { lostDeny: true, resources: ['everything but arn:aws:s3:::*-logs/*'] },
    ]);
  });
});
