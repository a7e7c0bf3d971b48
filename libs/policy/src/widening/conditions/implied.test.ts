import { allow, doc, ofResource } from '../../../testing/changes';

const gains = (before: object, after: object): number => {
  const of = (Condition: object) => doc(allow('s3:GetObject', 'arn:aws:s3:::b/*', { Principal: '*', Condition }));
  return ofResource('s3', of(before), of(after), { arn: 'arn:aws:s3:::b' }).gains.length;
};
const id = (...values: string[]) => ({ StringEquals: { 'aws:PrincipalOrgID': values } });
const path = (...values: string[]) => ({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': values } });

describe('the ID of an organization and the paths in it', () => {
  it('are the same', () => {
    expect(gains(id('o-a1'), path('o-a1/*'))).toBe(0);
    expect(gains(path('o-a1/*'), id('o-a1'))).toBe(0);
    expect(gains(id('o-a1', 'o-b2'), path('o-b2/*', 'o-a1/*'))).toBe(0);
    expect(gains(id('o-a1', 'o-b2'), id('o-a1'))).toBe(0);
  });

  it('of one unit are less', () => {
    expect(gains(id('o-a1'), path('o-a1/r-1/ou-1/*'))).toBe(0);
    expect(gains(path('o-a1/r-1/ou-1/*'), id('o-a1'))).toBe(1);
  });

  it('of another organization, or of any, are more', () => {
    expect(gains(id('o-a1'), path('o-b2/*'))).toBe(1);
    expect(gains(id('o-a1'), path('o-a1/*', 'o-b2/*'))).toBe(1);
    expect(gains(id('o-a1'), path('o-*/*'))).toBe(1);
    expect(gains(id('o-a1'), path('o-a1*'))).toBe(1);
    const every = { 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1/*' } };
    expect(gains(id('o-a1'), every)).toBe(1);
    const exists = { 'ForAnyValue:StringLikeIfExists': { 'aws:PrincipalOrgPaths': 'o-a1/*' } };
    expect(gains(id('o-a1'), exists)).toBe(1);
  });
});
