import { TOO_LARGE } from './undecided';
import { allow, doc, ofResource, ofRole } from '../../testing/changes';

const count = 5000;
const resource = (at: number) => `arn:aws:dynamodb:eu-west-1:111122223333:table/t${at}`;
const many = Array.from({ length: count }, (_, at) => allow('dynamodb:GetItem', resource(at)));

describe('policies of thousands of statements', () => {
  it('say nothing where they are reordered, and one thing where one is new', () => {
    const before = [doc(...many)];
    expect(ofRole(before, [doc(...[...many].reverse())]).gains).toEqual([]);
    const { gains } = ofRole(before, [doc(...many, allow('dynamodb:PutItem', resource(0)))]);
    expect(gains).toMatchObject([{ actions: ['dynamodb:PutItem'], certainty: 'can', statement: { index: count } }]);
  });

  it('end in what could not be ruled out, not in a hang, where they are all different', () => {
    const other = (suffix: string) =>
      doc(...many.slice(0, 400).map(({ Resource }, at) => allow(`s3:Get${at}*${suffix}`, `${Resource}*${at}*`)));
    const { gains } = ofRole([other('a')], [other('b')]);
    expect(gains).toHaveLength(400);
  });

  describe('whose patterns would take too long to compare', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const without = (digits: string) => ({
      Effect: 'Allow',
      NotAction: [...'01234567'].filter((each) => !digits.includes(each)).map((each) => `s3:*${each}*`),
      NotResource: [...'01234567'].map((each) => `arn:aws:s3:::b/*${each}*x*`).slice(digits.length),
    });
    const pairs = letters.flatMap((one) => letters.map((other) => `*${one}*:*${other}*`));
    const undecided = (policy: string) => [{ side: 'after', policy, reason: TOO_LARGE }];
    const all = ['', '?*', `*a${'?'.repeat(20)}`].map((each) => `arn:aws:s3:::b/${each}`);

    it('are a gain, and end', () => {
      expect(ofRole([doc(without(''))], [doc(without('7'))]).gains).toMatchObject([{ broad: { everything: true } }]);
      expect(ofRole([doc(allow('s3:*a*'))], [doc(allow(pairs))]).gains).toHaveLength(1);
    });

    it('are not decided where even that is open', () => {
      const [before, after] = [all, 'arn:aws:s3:::b/*'].map((each) => doc(allow('s3:GetObject', each)));
      expect(ofRole([before], [after]).undecided).toEqual(undecided('policy 0'));
      const open = [before, after].map((each) => ({
        ...each,
        Statement: each?.Statement.map((statement) => ({ ...(statement as object), Principal: '*' })),
      }));
      expect(ofResource('s3', open[0], open[1]).undecided).toEqual(undecided('resource policy'));
    });
  });
});
