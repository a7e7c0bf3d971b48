import { found, type HandChange } from '../../testing/hand-plan';

describe('guests of an identity pool', () => {
  const POOL = 'aws_cognito_identity_pool';
  const pool = (guests: boolean) => ({
    id: 'p',
    identity_pool_name: 'p',
    allow_unauthenticated_identities: guests,
  });
  const role = { name: 'guest', assume_role_policy: '{"Version":"2012-10-17","Statement":[]}' };

  it('have a role that is known when it is made by the same plan', () => {
    expect(
      found(
        {
          [`${POOL}.p`]: [pool(false), pool(true)],
          'aws_iam_role.guest': [null, role, { arn: true, id: true }],
          [`${POOL}_roles_attachment.p`]: [
            { identity_pool_id: 'p', roles: {} },
            { identity_pool_id: 'p', roles: {} },
            { roles: { unauthenticated: true } },
          ],
        },
        {
          [`${POOL}_roles_attachment.p`]: { roles: ['aws_iam_role.guest.arn', 'aws_iam_role.guest'] },
        },
      ),
    ).toEqual([`critical guest-access-opened ${POOL}.p`]);
  });

  describe('beside a role for people who are signed in', () => {
    const arn = 'arn:aws:iam::123456789012:role/people';
    const opened = (...people: HandChange) =>
      found(
        {
          [`${POOL}.p`]: [pool(false), pool(true)],
          'aws_iam_role.people': people,
          'aws_iam_role.guest': [null, role, { arn: true, id: true }],
          [`${POOL}_roles_attachment.p`]: [
            { identity_pool_id: 'p', roles: { authenticated: arn } },
            { identity_pool_id: 'p', roles: { authenticated: arn } },
            { roles: { unauthenticated: true } },
          ],
        },
        {
          [`${POOL}_roles_attachment.p`]: {
            roles: ['aws_iam_role.people.arn', 'aws_iam_role.people', 'aws_iam_role.guest.arn', 'aws_iam_role.guest'],
          },
        },
      );

    it('have the role that is not known yet, when the other is', () => {
      const people = { ...role, name: 'people', arn };
      expect(opened(people, people)).toEqual([`critical guest-access-opened ${POOL}.p`]);
    });

    it('have a role that nobody knows, when neither is known', () => {
      expect(opened(null, { ...role, name: 'people' }, { arn: true, id: true })).toEqual([
        `critical guest-access-opened ${POOL}.p`,
        `medium access-unknown ${POOL}_roles_attachment.p`,
      ]);
    });
  });
});

describe('people who are signed in to an identity pool', () => {
  const ATTACHMENT = 'aws_cognito_identity_pool_roles_attachment.p';
  const pool = { id: 'p', identity_pool_name: 'p' };
  const role = { name: 'people', arn: 'arn:aws:iam::123456789012:role/people' };
  const roles = (arn?: string) => ({ identity_pool_id: 'p', roles: { ...(arn && { authenticated: arn }) } });
  const given = (attachment: HandChange, people: HandChange) =>
    found(
      { 'aws_cognito_identity_pool.p': [pool, pool], 'aws_iam_role.people': people, [ATTACHMENT]: attachment },
      { [ATTACHMENT]: { roles: ['aws_iam_role.people.arn', 'aws_iam_role.people'] } },
    ).filter((each) => each.includes('identity-pool-role-changed'));
  const changed = ['high identity-pool-role-changed aws_cognito_identity_pool.p'];

  it('keep a role whose ARN is only known after the apply', () => {
    const unknown = { roles: { authenticated: true } };
    expect(given([roles(role.arn), roles(), unknown], [role, { name: 'people' }, { arn: true }])).toEqual([]);
  });

  it('get another one that the plan makes', () => {
    const unknown = { roles: { authenticated: true } };
    const made: HandChange = [null, { name: 'people' }, { arn: true }];
    expect(given([roles('arn:aws:iam::123456789012:role/other'), roles(), unknown], made)).toEqual(changed);
  });

  it('get another one, by its ARN where a plan does not have it', () => {
    const other = 'arn:aws:iam::123456789012:role/other';
    expect(given([roles(role.arn), roles(other)], [role, role])).toEqual(changed);
    expect(given([roles(other), roles(role.arn)], [role, role])).toEqual(changed);
    expect(given([roles(), roles(other)], [role, role])).toEqual(changed);
    expect(given([roles(other), roles(other)], [role, role])).toEqual([]);
  });
});

describe('guests who stay', () => {
  const ATTACHMENT = 'aws_cognito_identity_pool_roles_attachment.p';
  const pool = { id: 'p', identity_pool_name: 'p', allow_unauthenticated_identities: true };
  const arn = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
  const guest = { name: 'guest', arn: arn('guest') };
  const roles = (unauthenticated?: string) => ({
    identity_pool_id: 'p',
    roles: unauthenticated ? { unauthenticated } : {},
  });
  const given = (attachment: HandChange, role?: HandChange) =>
    found(
      {
        'aws_cognito_identity_pool.p': [pool, pool],
        ...(role && { 'aws_iam_role.guest': role }),
        [ATTACHMENT]: attachment,
      },
      { [ATTACHMENT]: { roles: ['aws_iam_role.guest.arn', 'aws_iam_role.guest'] } },
    ).filter((each) => each.includes('guest-role-widened'));
  const changed = ['critical guest-role-widened aws_cognito_identity_pool.p'];

  it('get another role, of the plan or not', () => {
    expect(given([roles(arn('a')), roles(arn('b'))])).toEqual(changed);
    expect(given([roles(arn('a')), roles(guest.arn)], [guest, guest])).toEqual(changed);
    expect(given([roles(arn('a')), roles(arn('a'))])).toEqual([]);
  });

  it('keep a role that is made again, whose ARN is only known after the apply', () => {
    const unknown = { roles: { unauthenticated: true } };
    expect(given([roles(guest.arn), roles(), unknown], [guest, { name: 'guest' }, { arn: true }])).toEqual([]);
  });

  it('keep a role that is in the plan no more', () => {
    expect(given([roles(guest.arn), roles(guest.arn)], [guest, null])).toEqual([]);
  });
});
