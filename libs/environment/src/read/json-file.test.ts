import path from 'node:path';
import { workspaceWith } from '../../testing/workspace';
import { formatProblem } from '../problem';
import { readJsonFile } from './json-file';

const read = (text: string) => readJsonFile(path.join(workspaceWith({ 'a.json': text }), 'a.json'), 'a.json');

function problemIn(text: string): string {
  const json = read(text);
  if (!('file' in json)) throw new Error('Expected a problem.');
  return formatProblem(json);
}

describe('readJsonFile', () => {
  it('knows line and column of every value', () => {
    const json = read('{\n  "a": [\n    1,\n    { "b": true }\n  ]\n}');
    if ('file' in json) throw new Error('Expected a file.');
    expect(json.value).toEqual({ a: [1, { b: true }] });
    expect(json.positionOf([])).toEqual({ line: 1, column: 1 });
    expect(json.positionOf(['a'])).toEqual({ line: 2, column: 8 });
    expect(json.positionOf(['a', 1, 'b'])).toEqual({ line: 4, column: 12 });
    expect(json.positionOf(['none'])).toBeUndefined();
  });

  it('counts lines of a file written on Windows', () => {
    const json = read('{\r\n  "a": 1,\r\n  "b": 2\r\n}');
    expect('file' in json || json.positionOf(['b'])).toEqual({ line: 3, column: 8 });
  });

  it.each([
    ['{\n  "a": 1\n  "b": 2\n}', 'a.json:3:3', 'comma expected at "b": 2'],
    ['{\n  "a": 1,\n}', 'a.json:3:1', 'property name expected at }'],
    ['{\n  // why\n  "a": 1\n}', 'a.json:2:3', 'invalid comment token at // why'],
    ["{ 'a': 1 }", 'a.json:1:3', "invalid symbol at 'a': 1 }"],
    ['{ "a": 01 }', 'a.json:1:9', 'comma expected'],
    ['{ "a": 1', 'a.json:1:9', 'close brace expected at the end of the line'],
    ['', 'a.json:1:1', 'an empty file\n  to do     Bring it back with `git checkout -- a.json`.'],
    ['{ "a": "b', 'a.json:1:8', 'When the file is cut off: Bring it back with `git checkout -- a.json`.'],
    ['{\n<<<<<<< HEAD\n', 'a.json:2:1', 'a merge conflict\n  to do     Keep one of the two sides'],
    ['{} {}', 'a.json:1:4', 'end of file expected at {}'],
  ])('fails when the file is not JSON: %j', (text, place, found) => {
    expect(problemIn(text).startsWith(`${place}\n  expected  JSON\n`)).toBe(true);
    expect(problemIn(text)).toContain(found);
  });

  it.each([
    ['[]', 'a list'],
    ['null', 'null'],
    ['"x"', 'x'],
    ['3', '3'],
  ])('fails when the file is JSON but not an object: %s', (text, found) => {
    expect(problemIn(text)).toContain(`expected  an object\n  found     ${found}\n`);
  });

  it('fails when it is no file', () => {
    const directory = workspaceWith({});
    const problem = readJsonFile(directory, 'a.json');

    expect('file' in problem && problem.found).toBe('a folder');
  });

  it('fails when a key is written twice, in any depth', () => {
    const json = read('{\n  "a": { "b": 1, "c": [{ "d": 1,\n "d": 2 }] },\n  "a": 2\n}');
    if ('file' in json) throw new Error('Expected a file.');
    expect(json.problems.map(formatProblem)).toEqual([
      expect.stringContaining('a.json:3:2  a.c[0].d\n'),
      expect.stringContaining('a.json:4:3  a\n'),
    ]);
  });
});
