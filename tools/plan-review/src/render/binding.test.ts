import { anEnvironment, aStack } from '../../testing/examples';
import type { StackReview } from '../model/review';
import { unboundLines } from './binding';

const lines = (...stacks: Partial<StackReview>[]) =>
  unboundLines(anEnvironment({ stacks: stacks.map((more) => aStack({ name: 'api', ...more })) }));

describe('what a digest does not bind', () => {
  it('is nothing where all of it is bound', () => {
    expect(lines()).toEqual([]);
    expect(lines({ boundByReference: [], readAtApply: [], secrets: 'bound' }, { secrets: 'none' })).toEqual([]);
  });

  it('is each value of which only references count, of all stacks', () => {
    expect(lines({ boundByReference: ['aws_x.y: policy'] })).toEqual([
      {
        text: '1 value bound by reference only, because the plan has no text of it',
        names: 'aws_x.y: policy',
        remedy: 'Give the code with --config <folder>; what is named in spite of it, only the apply reads.',
      },
    ]);
    expect(lines({ boundByReference: ['a', 'b'] }, { boundByReference: ['c', 'd', 'e'] })).toMatchObject([
      {
        text: '5 values bound by reference only, because the plan has no text of them',
        names: 'a, b, c and 2 more',
      },
    ]);
  });

  it('is each data source that is read during the apply, and what is made from it', () => {
    const usedBy = ['aws_x.a', 'aws_x.b', 'aws_x.c', 'aws_x.d'];
    expect(lines({ readAtApply: [{ source: 'data.aws_ssm_parameter.p', usedBy }] })).toEqual([
      {
        text: '1 data source read during the apply, so the answer is not bound',
        names: 'data.aws_ssm_parameter.p for aws_x.a, aws_x.b, aws_x.c and 1 more',
        remedy:
          'gatehouse deploy --reviewed reads it first and compares again; elsewhere, apply what it waits for, and review again.',
      },
    ]);
  });

  it('is the secrets of a stack, once', () => {
    expect(lines({ secrets: 'not bound' }, { secrets: 'not bound' }, { secrets: 'bound' })).toEqual([
      {
        text: 'secrets are not bound',
        names: '',
        remedy: 'Give a key with --digest-key-file or GATEHOUSE_DIGEST_KEY.',
      },
    ]);
  });
});
