import { typeErrors } from './type-errors';

describe('typeErrors', () => {
  it("finds tsc's errors among Nx's lines, each once", () => {
    const error = "libs/gateway/src/stage.ts(12,5): error TS2353: 'stageName' does not exist in type 'X'.";
    const output = ['> nx run @gatehouse/gateway:typecheck', '', error, 'Warning: exited', error].join('\n');

    expect(typeErrors(output)).toEqual([
      {
        file: 'libs/gateway/src/stage.ts',
        line: 12,
        code: 'TS2353',
        message: "'stageName' does not exist in type 'X'.",
      },
    ]);
  });

  it('finds an error without a place', () => {
    expect(typeErrors('error TS18003: No inputs were found.')).toEqual([
      { file: '', line: 0, code: 'TS18003', message: 'No inputs were found.' },
    ]);
  });

  it('finds none in a good run', () => {
    expect(typeErrors('Successfully ran target typecheck for 9 projects')).toEqual([]);
  });
});
