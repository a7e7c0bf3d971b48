/* eslint-disable @typescript-eslint/no-require-imports -- only the package that has the command is loaded */
import { type Program } from '@gatehouse/cli-kit';

interface Package {
  /** Above its commands in the help. */
  readonly heading: string;
  readonly commands: readonly string[];
  load(): { addCommands(program: Program): void };
}

const of = (heading: string, commands: string, load: Package['load']): Package => ({
  heading,
  commands: commands.split(' '),
  load,
});

/** Loaded when a command needs one; most do not. */
const emulators = {
  version: () => loadEmulators().version(),
  start: (request: unknown) => loadEmulators().start(request),
};

const loadEmulators = () => require('@gatehouse/local-tools/emulators-for-commands').emulators;

const ON_STATE =
  'plan review deploy canary drift outputs validate destroy rotate-secret unlock recover keep-lost-state restore-state move-state import-resource';

const PACKAGES: readonly Package[] = [
  of('On this machine:', 'start serve', () => require('@gatehouse/local-tools/cli')),
  of('Environments:', ON_STATE, () => {
    const { addCommands } = require('@gatehouse/terraform/cli');
    return { addCommands: (program) => addCommands(program, emulators) };
  }),
  of('Users of a pool:', 'export-users import-users', () => {
    const { addCommands } = require('@gatehouse/users/cli');
    return { addCommands: (program) => addCommands(program, emulators) };
  }),
  of('Back-up:', 'backup rehearse-restore', () => {
    const { addCommands } = require('@gatehouse/users/backup');
    return { addCommands: (program) => addCommands(program, emulators) };
  }),
  of('What is deployed:', 'build', () => require('@gatehouse/services/cli')),
  of('What environments synthesize:', 'check accept-schema diff-env affected contract client destroy-removed', () =>
    require('@gatehouse/nx-cdktf/cli'),
  ),
  of('Accounts and workflows:', 'bootstrap rights', () => require('@gatehouse/bootstrap-tools/cli')),
  of('Accounts and workflows:', 'github', () => require('@gatehouse/github/cli')),
  of('Gatehouse itself:', 'review-catalogue', () => require('@gatehouse/review-catalogue/cli')),
  of('Gatehouse itself:', 'engine-check', () => require('@gatehouse/engine-check/cli')),
];

/** The package that has a command; all of them for any other word, which the help or an error is about. */
export const packagesFor = (word: string | undefined): readonly Package[] => {
  const having = PACKAGES.filter(({ commands }) => word !== undefined && commands.includes(word));
  return having.length > 0 ? having : PACKAGES;
};
