import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LambdaFunction, surfaceFromState } from '@gatehouse/surface';
import { aFunction } from '../gateway/testing/surface';
import { withArchives } from './archives';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-archives-'));
const nothing = surfaceFromState([{ format_version: '1.0', values: { root_module: {} } }]);
const filenames = async (...functions: LambdaFunction[]) =>
  (await withArchives({ ...nothing, functions }, folder)).functions.map(({ filename }) => filename);

beforeAll(() => {
  mkdirSync(join(folder, 'build'));
  for (const path of ['build/one.zip', 'two.zip', 'reports.zip']) writeFileSync(join(folder, path), '');
});

afterAll(() => rmSync(folder, { recursive: true }));

it('finds an archive by its path, by its name, and by the name of the function', async () => {
  expect(
    await filenames(
      aFunction({ filename: 'build/one.zip' }),
      aFunction({ filename: '../elsewhere/two.zip' }),
      aFunction({ name: 'reports', filename: undefined }),
    ),
  ).toEqual(['build/one.zip', 'two.zip', 'reports.zip'].map((path) => join(folder, path)));
});

it('needs none of a function that is not run here', async () => {
  expect(await filenames(aFunction({ runtime: 'python3.13', filename: 'none.zip' }))).toEqual(['none.zip']);
});

it('names every function without an archive, and what to do', async () => {
  const [one, two] = [
    aFunction({ address: 'aws_lambda_function.one', name: 'first', filename: 'dist/a.zip' }),
    aFunction({ address: 'aws_lambda_function.two', name: 'second', filename: undefined }),
  ];
  await expect(filenames(one, two)).rejects.toThrow(
    `aws_lambda_function.one: expected the archive of function first in ${folder}, found no dist/a.zip, no a.zip, no first.zip.\n` +
      `aws_lambda_function.two: expected the archive of function second in ${folder}, found no second.zip.\n` +
      'Build it, or name the folder that has it with --functions <folder>.',
  );
});

it('refuses a folder that is not there', async () => {
  await expect(withArchives(nothing, join(folder, 'none'))).rejects.toThrow('expected a folder, found none.');
});
