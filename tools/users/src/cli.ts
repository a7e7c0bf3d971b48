import { resolve } from 'node:path';
import { action, EXIT, type ExitCode, type Program } from '@gatehouse/cli-kit';
import { type LocalEmulators } from '@gatehouse/terraform';
import { findAccess } from './access';
import { clientsAs, regionOf } from './clients';
import { confirm } from './confirm';
import { lazy } from './lazy';
import { count } from './count';
import { LOSSES } from './losses';
import { type Applied, withApplied } from './outputs';
import { tellRefusals } from './refusals';

interface Options {
  readonly name?: string;
  readonly yes: boolean;
  readonly synth: boolean;
}

/** Commands that bring users out of a pool, and into one. */
export function addCommands(program: Program, emulators: LocalEmulators): void {
  common(program, 'export-users', "write a pool's users into an encrypted file")
    .description(
      'Write the users of a pool into an encrypted file: attributes, groups, states and identities, as the role of addUserExport.\n' +
        'An export that was interrupted goes on where it stopped, with the same file. docs/cognito/export-users.md says more.',
    )
    .option('--out <file>', 'where it goes (default: <environment>.users)')
    .exitCodes({ 0: 'exported', 1: 'refused, or interrupted: run it again' })
    .action(
      action((environment: string, options: Options & { readonly out?: string }) =>
        withApplied(emulators, { ...options, environment, command: 'export-users', changes: false }, (applied) =>
          runExport(environment, options, applied),
        ),
      ),
    );
  common(program, 'import-users', 'put the users of an export into a pool, by CSV import jobs')
    .description(
      'Put the users of an export into a pool, as the role of addUserImport: by CSV import jobs, then their groups, identities\n' +
        'and states. Everyone sets a new password. An import that was interrupted goes on. docs/cognito/export-users.md says more.',
    )
    .requiredOption('--from <file>', 'the export')
    .exitCodes({ 0: 'imported', 1: 'refused, or interrupted: run it again', 2: 'imported, but not every user' })
    .action(
      action((environment: string, options: Options & { readonly from: string }) =>
        withApplied(emulators, { ...options, environment, command: 'import-users', changes: true }, (applied) =>
          runImport(environment, options, applied),
        ),
      ),
    );
}

const common = (program: Program, name: string, summary: string): Program =>
  program
    .command(name)
    .summary(summary)
    .argument('<environment>', 'name (dev) or folder of its app (apps/dev)')
    .option('--name <output>', 'the output of addUserExport or addUserImport, where an environment has several')
    .option('--yes', 'do it without asking', false)
    .option('--no-synth', 'take what is synthesized');

async function runExport(
  environment: string,
  { name, out, yes }: Options & { readonly out?: string },
  { endpoint, outputs }: Applied,
): Promise<void> {
  const access = findAccess(environment, outputs, 'user-export', name);
  const userPoolId = access.user_pool_id;
  console.error(LOSSES);
  await confirm(`Export the users of ${userPoolId}?`, yes);
  const exportUsers = lazy.exportUsers();
  const file = resolve(out ?? `${environment.split(/[\\/]/).at(-1)}.users`);
  const clients = clientsAs(access.role_arn, { region: regionOf(userPoolId), endpoint });
  const users = await tellRefusals(
    `${userPoolId}, as ${access.role_arn}`,
    'Look at what the role may do (addUserExport gives it all it needs), then export again: it goes on where it stopped.',
    () => exportUsers({ ...clients, userPoolId, keyArn: access.key_arn, file, print: console.error }),
  );
  console.error(`${count(users, 'user')} of ${userPoolId}, encrypted with ${access.key_arn}`);
  console.error(`Wrote ${file}`);
}

async function runImport(
  environment: string,
  { from, name, yes }: Options & { readonly from: string },
  { endpoint, outputs }: Applied,
): Promise<ExitCode> {
  const access = findAccess(environment, outputs, 'user-import', name);
  const userPoolId = access.user_pool_id;
  const importUsers = lazy.importUsers();
  const request = {
    ...clientsAs(access.role_arn, { region: regionOf(userPoolId), endpoint }),
    userPoolId,
    logRoleArn: access.log_role_arn,
    file: resolve(from),
    print: console.error,
    decide: async (summary: string) => {
      console.error(`${LOSSES}\n${summary}`);
      await confirm('Import them?', yes);
    },
  };
  const { failed, imported, skipped } = await tellRefusals(
    `${userPoolId}, as ${access.role_arn}`,
    'Look at what the role may do (addUserImport gives it all it needs), then import again: it goes on where it stopped.',
    () => importUsers(request),
  );
  console.error(`${imported} imported, ${skipped} skipped, ${failed} failed`);
  return failed > 0 ? EXIT.findings : EXIT.ok;
}
