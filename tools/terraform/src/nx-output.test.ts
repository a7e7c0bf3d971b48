import { errorsOfTasks, mendOfNx } from './nx-output';

/** As Nx prints it. */
const failed = (name: string, own: string): string =>
  `> nx run ${name}:synth

> node -r ./register-ts.cjs apps/${name}/main.ts\r
\r
${own}
Warning: command "node -r ./register-ts.cjs apps/${name}/main.ts" exited with non-zero status code
`;

const printed = (...tasks: string[]): string => `NX   Running target synth for 2 projects

✔  nx run api:build  [local cache]

${tasks.join('')}
  Run duration:      886ms
  Recoverable time:  <1ms
Failed tasks:

- dev:synth
`;

describe('errorsOfTasks', () => {
  it('is what each failed task printed, and nothing of Nx', () => {
    const output = printed(failed('dev', 'dev.json: wrong\n\n  to do  mend it'), failed('prod', 'prod.json: wrong'));
    expect(errorsOfTasks(output)).toBe('dev.json: wrong\n\n  to do  mend it\n\nprod.json: wrong');
  });

  it('finds them in colour', () => {
    expect(errorsOfTasks(printed(failed('dev', 'wrong')).replace('Warning', '\u001b[33mWarning'))).toBe('wrong');
  });

  it('is empty when no task failed', () => {
    expect(errorsOfTasks('NX   Cannot find project "dve"\n')).toBe('');
  });
});

describe('mendOfNx', () => {
  it.each([
    [
      'a database that is none',
      'NX   DB transaction error: SqliteFailure(Error { code: NotADatabase, extended_code: 26 })',
    ],
    ['a lock file that was read half', '- @gatehouse/nx-cdktf/plugin: Failed to create project configurations.'],
  ])('is "npx nx reset" for %s', (_what, printed) => {
    expect(mendOfNx(`\n ${printed}\n\nPass --verbose to see the stacktrace.\n`)).toMatch(/^The files .*"npx nx reset"/);
  });

  it('is nothing for a mistake of a person', () => {
    expect(mendOfNx('NX   Cannot find project "dve"\n')).toBeUndefined();
  });
});
