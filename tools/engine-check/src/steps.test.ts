import { UserError } from '@gatehouse/cli-kit';
import { stepsOf } from './steps';

const guide = `# Guide

## Before

Prose.

### Install

Why.

\`\`\`sh
npm ci
# a comment, not a heading
npm ls \\
  cdktf
\`\`\`

\`\`\`sh
not this one
\`\`\`

### Only prose

Nothing to run.

## After

### Look

\`\`\`sh
true
\`\`\`
`;

describe('stepsOf', () => {
  it('takes the first sh block below each heading of the section, in order', () => {
    expect(stepsOf(guide, 'Before')).toEqual([
      { title: 'Install', commands: 'npm ci\n# a comment, not a heading\nnpm ls \\\n  cdktf' },
    ]);
    expect(stepsOf(guide, 'After')).toEqual([{ title: 'Look', commands: 'true' }]);
  });

  it('fails when the guide has no such section', () => {
    expect(() => stepsOf(guide, 'Later')).toThrow(UserError);
    expect(() => stepsOf(guide, 'Later')).toThrow('The guide has no steps under "## Later"');
  });

  it('fails when a section has no step', () => {
    expect(() => stepsOf('## Empty\n\n### Prose\n\nText.\n', 'Empty')).toThrow('no steps under "## Empty"');
  });
});
