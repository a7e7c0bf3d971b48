import { verdictTable } from './tables';

describe('the verdicts of a team on what is new', () => {
  const TYPE = 'aws_cloudtrail';
  const ofNew = (verdicts: Parameters<typeof verdictTable>[0]) => {
    const entry = verdictTable(verdicts).of(TYPE);
    return ['name', 'cloud_watch_logs_role_arn', 'tint'].map((path) => entry?.verdictOf(path, true));
  };

  it('are added to ours', () => {
    expect(ofNew({})).toEqual(['known', 'known', 'without']);
    expect(ofNew({ [TYPE]: { new: { tint: 'Paint.' } } })).toEqual(['known', 'known', 'known']);
  });

  it('are added to our reasons for single arguments, or said in place of them', () => {
    const ofDocument = (verdicts: object) => {
      const entry = verdictTable({ aws_ssm_document: verdicts }).of('aws_ssm_document');
      return ['content', 'tint', 'shade'].map((path) => entry?.verdictOf(path, true));
    };
    expect(ofDocument({ new: { tint: 'Paint.' } })).toEqual(['known', 'known', 'without']);
    expect(ofDocument({ without: ['tint', 'shade'], new: 'Nothing uses it yet.' })).toEqual([
      'known',
      'known',
      'known',
    ]);
  });

  it('may hold for all of it', () => {
    expect(ofNew({ [TYPE]: { without: ['tint'], new: 'Nothing uses it yet.' } })).toEqual(['known', 'known', 'known']);
  });

  it('hold for what changes only where they say so', () => {
    const entry = verdictTable({ [TYPE]: { new: { tint: 'Paint.' } } }).of(TYPE);
    expect(entry?.verdictOf('tint', false)).toBe('without');
  });
});

it('what no table names is open where its service has one, and of no concern elsewhere', () => {
  const table = verdictTable();
  expect(table.has('aws_cloudtrail')).toBe(true);
  expect(table.has('aws_cognito_new_thing')).toBe(true);
  expect(table.has('aws_db_instance')).toBe(false);
  expect(table.of('aws_cognito_new_thing')?.verdictOf('name', false)).toBe('without');
});

it('what is open in a block is what has no verdict there', () => {
  const verdicts = { aws_x: { without: ['a.b', 'a.c', 'b.c'], new: { 'a.b': 'Nothing uses it yet.' } } };
  const entry = verdictTable(verdicts).of('aws_x');
  expect(entry?.openIn('a', false)).toEqual(['a.b', 'a.c']);
  expect(entry?.openIn('a', true)).toEqual(['a.c']);
});
