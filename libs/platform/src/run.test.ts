import { run } from './run';

describe('run', () => {
  const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const exitCode = process.exitCode;

  afterEach(() => {
    process.exitCode = exitCode;
    printed.mockClear();
  });
  afterAll(() => printed.mockRestore());

  it('prints nothing when all is well', () => {
    run(() => undefined);

    expect(printed).not.toHaveBeenCalled();
    expect(process.exitCode).toBe(exitCode);
  });

  it("prints the message of a user's mistake alone, and exits 1", () => {
    class ConstructError extends Error {}

    run(() => {
      throw new ConstructError('dev-identity/users, name: expected less');
    });

    expect(printed.mock.calls).toEqual([['dev-identity/users, name: expected less']]);
    expect(process.exitCode).toBe(1);
  });

  it('prints the stack of a mistake in the program, and exits 1', () => {
    run(() => {
      (undefined as unknown as { x: string }).x.trim();
    });

    expect(printed.mock.calls[0]?.[0]).toMatch(/^TypeError: .*\n +at /);
    expect(process.exitCode).toBe(1);
  });

  it('prints whatever else was thrown', () => {
    run(() => {
      throw 'a word';
    });

    expect(printed.mock.calls).toEqual([['a word']]);
  });
});
