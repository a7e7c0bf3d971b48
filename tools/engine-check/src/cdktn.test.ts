import { problemsOf } from './cdktn';

const version = { file: 'dev/cdktf.out/manifest.json', path: ['version'], before: '0.21.0', after: '0.24.0' };
const identical = { files: 3, differences: [], ignored: [version] };
const passed = [{ title: 'Unit tests', ok: true }];

describe('problemsOf', () => {
  it('finds none when everything passed and only the version differs', () => {
    expect(problemsOf(passed, identical)).toEqual([]);
  });

  it('fails when a step failed', () => {
    expect(problemsOf([{ title: 'Unit tests', ok: false }], identical)).toEqual([
      'The step "Unit tests" failed.',
    ]);
  });

  it('fails when the JSON differs', () => {
    expect(problemsOf(passed, { ...identical, differences: [{ ...version, path: ['resource'] }] })).toEqual([
      'The synthesized JSON differs in 1 places.',
    ]);
  });

  it('fails when the old engine synthesized both', () => {
    expect(problemsOf(passed, { ...identical, ignored: [] })).toEqual([
      'The JSON names the same engine version before and after: the old engine synthesized both.',
    ]);
  });
});
