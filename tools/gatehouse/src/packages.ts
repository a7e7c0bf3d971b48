/* eslint-disable @typescript-eslint/no-require-imports -- only the package that has the command is loaded */
import { type Program } from '@gatehouse/cli-kit';

interface Package {
  /** Above its commands in the help. */
  readonly heading: string;
  readonly commands: readonly string[];
  load(): { addCommands(program: Program): void };
}

const PACKAGES: readonly Package[] = [
  {
    heading: 'On this machine:',
    commands: ['start'],
    load: () => require('@gatehouse/local-tools/cli'),
  },
  {
    heading: 'Environments:',
    commands: [
      ...['plan', 'review', 'deploy', 'drift', 'outputs', 'validate', 'destroy'],
      ...['unlock', 'restore-state', 'import-resource'],
    ],
    load: () => require('@gatehouse/terraform/cli'),
  },
  {
    heading: 'Environments, without credentials:',
    commands: ['check', 'diff-env', 'affected'],
    load: () => require('@gatehouse/nx-cdktf/cli'),
  },
  {
    heading: 'Accounts and workflows:',
    commands: ['bootstrap'],
    load: () => require('@gatehouse/bootstrap-tools/cli'),
  },
  {
    heading: 'Accounts and workflows:',
    commands: ['github'],
    load: () => require('@gatehouse/github/cli'),
  },
  {
    heading: 'Gatehouse itself:',
    commands: ['review-catalogue'],
    load: () => require('@gatehouse/review-catalogue/cli'),
  },
  {
    heading: 'Gatehouse itself:',
    commands: ['engine-check'],
    load: () => require('@gatehouse/engine-check/cli'),
  },
];

/** The package that has a command; all of them for any other word, which the help or an error is about. */
export const packagesFor = (word: string | undefined): readonly Package[] => {
  const having = PACKAGES.filter(({ commands }) => word !== undefined && commands.includes(word));
  return having.length > 0 ? having : PACKAGES;
};
