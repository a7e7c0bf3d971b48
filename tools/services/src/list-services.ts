import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '@gatehouse/checks';
import { UserError } from '@gatehouse/cli-kit';

const TAG = 'type:service';

/** Names of the services of a workspace: the apps whose `package.json` has the Nx tag `type:service`. */
export function listServices(workspace: string): string[] {
  const apps = join(workspace, 'apps');
  return readdirSync(apps)
    .filter((name) => isService(join(apps, name, 'package.json')))
    .sort();
}

/**
 * Folders of these services, or of all.
 *
 * @param names of services, or their folders such as `apps/api`
 * @throws UserError for a name that no service has.
 */
export function servicesCalled(workspace: string, names: readonly string[]): string[] {
  const known = listServices(workspace);
  const wanted =
    names.length === 0 ? known : names.map((name) => name.replace(/^(\.\/)?apps\//, '').replace(/\/$/, ''));
  for (const name of wanted) {
    if (known.includes(name)) continue;
    throw new UserError(
      [
        `There is no service "${name}". The services are ${known.join(', ') || 'none yet'}.`,
        didYouMean(name, known) ?? `Make it with "npx nx g @gatehouse/nx-cdktf:service ${name}".`,
      ].join('\n'),
    );
  }
  return wanted.map((name) => join(workspace, 'apps', name));
}

function isService(manifest: string): boolean {
  if (!existsSync(manifest)) return false;
  const { nx } = JSON.parse(readFileSync(manifest, 'utf8')) as { nx?: { tags?: readonly string[] } };
  return nx?.tags?.includes(TAG) ?? false;
}
