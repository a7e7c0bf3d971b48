import { allow, doc, ofRole } from '../../testing/changes';

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
});
