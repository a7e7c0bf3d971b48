import { allow, deny, doc, ofRole } from '../../testing/changes';

const on = (...resources: string[]) =>
  doc(
    allow(
      's3:GetObject',
      resources.map((each) => `arn:aws:s3:::${each}`),
    ),
  );
const found = (before: object, after: object) =>
  ofRole([before], [after]).gains.map(({ broad, certainty }) => [certainty, broad.unconfined]);

describe('a policy variable that kept each to a part', () => {
  it.each([
    ['h/${aws:username}/*', 'h/${aws:PrincipalTag/home}/*'],
    ['h/${aws:userid}/*', 'h/${aws:SourceIp}/*'],
    ['h/${aws:username}/*', 'h/${*}/*'],
    ['h/${aws:username}/*', 'h/ann/*'],
    ['h/${aws:username}/*', 'h/*'],
    ['${aws:username}/*', '${aws:userid}/*'],
  ])('%s -> %s is a gain past it', (before, after) => {
    expect(found(on(before), on(after))).toEqual([['can', true]]);
  });

  it('has a default now: some get what it names', () => {
    const [plain, shared] = ['h/${aws:PrincipalTag/t}/*', "h/${aws:PrincipalTag/t, 'shared'}/*"];
    expect(found(on(plain), on(shared))).toEqual([['could not rule out', true]]);
    expect(found(on(shared), on("h/${aws:PrincipalTag/t, 'Shared'}/*"))).toEqual([['could not rule out', true]]);
    expect(found(on(shared), on("h/${AWS:principaltag/T,'shared'}/*"))).toEqual([]);
    expect(found(on(shared), on('h/*'))).toEqual([['can', true]]);
    expect(found(on(shared), on(plain))).toEqual([]);
    expect(found(on(shared), on(shared, 'h/ann/*'))).toEqual([['can', false]]);
    expect(found(on('h/*'), on(shared))).toEqual([]);
  });

  it.each([
    ['h/${aws:username}/*', 'h/${AWS:UserName}/*'],
    ['h/*', 'h/${aws:username}/*'],
    ['h/*', 'h/${*}/*'],
    ['h/${aws:username}/*', 'h/${aws:username}/docs/*'],
  ])('%s -> %s gives nothing', (before, after) => {
    expect(found(on(before), on(after))).toEqual([]);
  });

  it.each([
    [['h/${aws:userid}/*'], ['users/${aws:userid}/*']],
    [['h/${aws:username}/*'], ['h/${aws:username}/*', 'h/shared/*']],
    [['h/ann/*'], ['h/bob/*']],
  ])('%j -> %j gives something else', (before, after) => {
    expect(found(on(...before), on(...after))).toEqual([['can', false]]);
  });

  it('may be in a condition', () => {
    const listing = (prefix: string | undefined) =>
      doc(
        allow(
          's3:ListBucket',
          'arn:aws:s3:::h',
          prefix === undefined ? {} : { Condition: { StringLike: { 's3:prefix': prefix } } },
        ),
      );
    expect(found(listing('${aws:username}/*'), listing('${aws:userid}/*'))).toEqual([['can', true]]);
    expect(found(listing('${aws:username}/*'), listing(undefined))).toEqual([['can', true]]);
    expect(found(listing('${aws:username}/*'), listing('${AWS:username}/*'))).toEqual([]);
    expect(found(listing('ann/*'), listing('bob/*'))).toEqual([['can', false]]);
  });

  it('is another question than a Deny that is gone', () => {
    const home = allow('s3:GetObject', 'arn:aws:s3:::h/${aws:username}/*');
    expect(ofRole([doc(home, deny('s3:GetObject', 'arn:aws:s3:::h/x/*'))], [doc(home)]).gains).toMatchObject([
      { lostDeny: true, broad: { unconfined: false } },
    ]);
  });
});
