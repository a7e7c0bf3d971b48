import { claimStrings } from './claims';

describe('rule 13: claims are handed on as strings', () => {
  it('writes exp and iat as dates and auth_time as seconds', () => {
    expect(claimStrings({ exp: 1469818373, iat: 1469814773, auth_time: 1469814773 })).toEqual({
      exp: 'Fri Jul 29 18:52:53 UTC 2016',
      iat: 'Fri Jul 29 17:52:53 UTC 2016',
      auth_time: '1469814773',
    });
  });

  it('pads the day as Java does', () => {
    expect(claimStrings({ exp: 1_483_315_449 })).toEqual({ exp: 'Mon Jan 02 00:04:09 UTC 2017' });
  });

  it('joins lists by commas and writes booleans as words', () => {
    expect(claimStrings({ 'cognito:groups': ['a', 'b'], email_verified: true })).toEqual({
      'cognito:groups': 'a,b',
      email_verified: 'true',
    });
  });

  it('writes objects in lists as JSON', () => {
    expect(claimStrings({ identities: [{ userId: '1' }] })).toEqual({ identities: '{"userId":"1"}' });
  });

  it('leaves out what is null', () => {
    expect(claimStrings({ name: null, sub: 's' })).toEqual({ sub: 's' });
  });
});
