import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsInDocs } from '@gatehouse/testing/commands-in-docs';

const workspace = join(__dirname, '../../..');

const PROGRAMS = /^(?:git|gh|curl|terraform|tofu|aws|docker|npm (?!run\b|start\b)[a-z]+|npx (?:cdktf|vite|tsc)) \S/;

/** Who runs those that a test runs as they are printed, and what in it shows that. */
const RUN: readonly (readonly [commands: RegExp, file: string, shown: string])[] = [
  [/^curl .*:4599\/moto-api\//, 'tools/local/tests/emulator-requests.system.test.ts', '/^curl .*:4599'],
  [/^terraform (?:plan|show) .*\btfplan$/, 'tools/github/src/atlantis.system.test.ts', 'terraform plan -out tfplan'],
];

/** The others, and why no test runs them as they are printed. */
const NOT_RUN: readonly (readonly [commands: RegExp, why: string])[] = [
  [/<\w+>/, 'Only the reader knows a part of it.'],
  [
    /^(?:git (?:revert|rm)|terraform \w+(?: push| rm)?|npx cdktf \w+)$/,
    'It is the name of a command, without the rest.',
  ],
  [/^aws (?:s3|sso|cognito-idp) [\w-]+$/, 'It asks AWS.'],
  [/^gh (?:pr|workflow) /, 'It asks GitHub, and changes something there; docs/other-ci.md is run against a stand-in.'],
  [/^git checkout --theirs /, 'It needs a merge with a conflict.'],
  [/^curl -H 'Host: /, 'It needs an API with a domain; tests of the gateway send that header with a client that may.'],
  [/^npm (?:ls|pkg) /, 'A step of docs/cdktn.md, of which "gatehouse engine-check" runs each; that installs packages.'],
  [/^npm pack /, 'tools/packages/src/installed.system.test.ts packs every package so, each into a folder of its own.'],
  [/^terraform show -json(?: > state\.json)?$/, 'It needs what was applied; tools/local/tests serves such states.'],
  [/^terraform init -upgrade$/, 'Each deploy runs it, with more options.'],
  [/^tofu version$/, 'No test has OpenTofu; find-terraform.test.ts has what it prints.'],
];

describe('commands of other programs in the docs', () => {
  const commands = [...new Set(commandsInDocs(workspace, PROGRAMS).map(({ command }) => command))].sort();

  it('are each run by a test, or listed with why not', () => {
    const listed = [...RUN, ...NOT_RUN].map(([pattern]) => pattern);
    const matches = (pattern: RegExp) => commands.some((command) => pattern.test(command));

    expect(commands.filter((command) => !listed.some((pattern) => pattern.test(command)))).toEqual([]);
    expect(listed.filter((pattern) => !matches(pattern))).toEqual([]);
  });

  it.each(RUN)('are run where the list says: %s', (_, file, shown) => {
    expect(readFileSync(join(workspace, file), 'utf8')).toContain(shown);
  });
});
