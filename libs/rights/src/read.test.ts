import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from './catalogue';
import { noRights, renewed } from './file';
import { formatRights } from './format';
import { readRights, RightsError } from './read';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-rights-'));
  file = join(folder, 'rights.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a file of rights', () => {
  it('reads back as it was written', () => {
    const rights = renewed(
      { environments: {}, types: {} },
      { dev: { ...noRights, types: ['aws_sqs_queue'] } },
      catalogue,
    );
    writeFileSync(file, formatRights(rights));

    expect(readRights(file)).toEqual(rights);
  });

  it('holds nothing before it is written for the first time', () => {
    expect(readRights(file)).toEqual({ environments: {}, types: {} });
  });

  it.each([
    ['half a file', '{"environments": ', 'expected  JSON'],
    ['a list', '[]', 'expected  an object'],
    ['no types', '{"environments": {}}', 'types\n  expected  an object\n  found     nothing'],
    ['a number', '{"environments": {"dev": 3}, "types": {}}', 'environments.dev\n  expected  an object\n  found     3'],
    [
      'types that are no list',
      '{"environments": {"dev": {"values": {}, "types": "aws_sqs_queue"}}, "types": {}}',
      'environments.dev.types\n  expected  a list\n  found     "aws_sqs_queue"',
    ],
    ['a type without grants', '{"environments": {}, "types": {"aws_sqs_queue": {}}}', 'types.aws_sqs_queue'],
  ])('is refused when it holds %s', (_, text, expected) => {
    writeFileSync(file, text);

    expect(() => readRights(file)).toThrow(RightsError);
    expect(() => readRights(file)).toThrow(expected);
    expect(() => readRights(file)).toThrow('to do     Restore it from Git');
  });
});
