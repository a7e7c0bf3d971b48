import { acceptanceOf, acceptedBy, type DiscussionComment } from './acceptance';

const commit = 'c0ffee0000000000000000000000000000000000';
const comment = (author: string, more: Partial<DiscussionComment> = {}): DiscussionComment => ({
  ...{ author, person: true, text: `/accept ${commit}`, edited: false },
  ...more,
});
const accepted = (...comments: DiscussionComment[]) =>
  acceptedBy({ author: 'ada', involved: ['linus'], comments }, acceptanceOf(commit), ['Grace', 'ada', 'linus']);

describe('the rule of two', () => {
  it('takes the comment of someone else who is listed', () => {
    expect(accepted(comment('heidi', { text: 'Looks good' }), comment('grace'))).toEqual({ by: 'grace', refused: [] });
    expect(accepted(comment('grace', { text: `/accept ${commit}\n` }))).toMatchObject({ by: 'grace' });
  });

  it.each([
    ['who opened it', comment('ADA'), 'ADA: opened the pull request'],
    ['who wrote a part of it', comment('Linus'), 'Linus: wrote, committed or pushed a part of it'],
    ['who is not listed', comment('mallory'), 'mallory: not one of the approvers'],
    ['an app', comment('grace', { person: false }), 'grace: not a person'],
    ['a comment that was edited', comment('grace', { edited: true }), 'grace: the comment was edited; write a new one'],
    [
      'a comment for another commit',
      comment('grace', { text: '/accept beef' }),
      `grace: the comment is not "/accept ${commit}"`,
    ],
    [
      'a comment that says more',
      comment('grace', { text: `/accept ${commit} once it is green` }),
      `grace: the comment is not "/accept ${commit}"`,
    ],
  ])('does not take %s', (_case, given, why) => {
    expect(accepted(given)).toEqual({ refused: [why] });
  });

  it('is for one run of a deploy out of turn: what accepted the commit, or another run, does not count', () => {
    const texts = [`/accept ${commit}`, `/accept ${commit} run 41`, `/accept ${commit} run 42`];
    const comments = texts.map((text) => comment('grace', { text }));

    expect(acceptedBy({ author: 'ada', involved: [], comments }, acceptanceOf(commit, '42'), ['grace'])).toEqual({
      by: 'grace',
      refused: texts.slice(0, 2).map(() => `grace: the comment is not "/accept ${commit} run 42"`),
    });
  });

  it('says nothing of a comment that quotes an acceptance', () => {
    expect(accepted(comment('grace', { text: `> /accept ${commit}\nPlease wait.` }))).toEqual({ refused: [] });
  });
});
