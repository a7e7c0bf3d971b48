import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { WorkspaceCopy } from '../../testing/workspace';

const environments = ['dev', 'local', 'prod', 'staging'] as const;
type Name = (typeof environments)[number];

let workspace: WorkspaceCopy;
beforeAll(() => {
  workspace = new WorkspaceCopy();
  writeFileSync(workspace.path('libs/stacks/src/count.ts'), 'let count = 0;\nexport const next = () => ++count;\n');
});
afterAll(() => workspace.remove());

/** An environment which notes what another would have left behind, and then does as `line` says. */
const writeMain = (name: Name, line = '') =>
  writeFileSync(
    workspace.path('apps', name, 'main.ts'),
    `import { environment } from '@gatehouse/platform';
import { IdentityStack } from '@gatehouse/stacks';
import { next } from '../../libs/stacks/src/count';

export default environment('${name}', {}, (app, env) => {
  const stack = new IdentityStack(app, env);
  const count = [next(), process.env.LEFT ?? 'nothing'].join();
  process.env.LEFT = '${name}';
  stack.addOverride('locals.count', count);
  console.log('composed ${name}');
  ${line}
});
`,
  );

/** Of all of them, in one process. */
function synthesizeAll(): string {
  try {
    return workspace.nx('run-many', '-t', 'synth', '-p', environments.join(), '--output-style=static');
  } catch (error) {
    const { status, stdout } = error as { status?: number; stdout: Buffer };
    return `${stdout.toString()}exit code ${status}\n`;
  }
}

/** What Nx prints for one of them. */
const partOf = (output: string, name: Name) =>
  output.split(/^> nx run /m).find((part) => part.startsWith(`${name}:synth`));

function written(name: Name): Record<string, string> {
  const folder = workspace.path('apps', name, 'cdktf.out');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((file) => [`${file.parentPath}/${file.name}`, readFileSync(`${file.parentPath}/${file.name}`, 'utf8')]),
  );
}

it('writes in one process what a process each writes, byte for byte', () => {
  environments.forEach((name) => writeMain(name));
  // Nx gives its variables to this environment's tasks alone.
  writeFileSync(workspace.path('apps/dev/.env'), 'LEFT=mine\n');
  const output = synthesizeAll();
  const together = environments.map(written);

  for (const name of environments) {
    expect(partOf(output, name)).toContain(`composed ${name}\n`);
    rmSync(workspace.path('apps', name, 'cdktf.out'), { recursive: true });
    workspace.env = name === 'dev' ? { LEFT: 'mine' } : {};
    workspace.node('-r', './register-ts.cjs', 'apps/main.ts', name);
  }
  expect(together).toEqual(environments.map(written));
  const counts = together.map((files) => /"count": "(.*)"/.exec(Object.values(files).join())?.[1]);
  expect(counts).toEqual(['1,mine', '1,nothing', '1,nothing', '1,nothing']);
});

it('fails each environment that has a mistake, and no other', () => {
  writeMain('dev', '// As it should be.');
  writeMain('local', 'process.exit(3);');
  writeMain('prod', "throw new Error('users: expected less');");
  writeMain('staging', "void Promise.reject(new Error('too late'));");
  const output = synthesizeAll();

  for (const name of environments) expect(partOf(output, name)).toContain(`composed ${name}\n`);
  expect(partOf(output, 'prod')).toContain('\nusers: expected less\n  at apps/prod/main.ts:11:9\n');
  expect(partOf(output, 'staging')).toContain('\ntoo late\n');
  expect(output).toMatch(/exit code 1\n$/);
  // What failed is not kept.
  const again = synthesizeAll();
  expect(environments.filter((name) => /^\w+:synth +\[.*cache/.test(partOf(again, name)!))).toEqual(['dev']);
});
