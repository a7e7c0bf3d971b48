import { isObject } from '@gatehouse/checks';
import { canonical } from '../canonical';

/**
 * What `package-lock.json` installs from outside the workspace, as one text to compare; packages of the workspace itself
 * come and go with environments.
 */
export function installedPackages(lockFile: string): string {
  const { packages } = JSON.parse(lockFile) as { packages?: Record<string, unknown> };
  const foreign = Object.entries(packages ?? {}).filter(
    ([path, entry]) => path.includes('node_modules/') && isObject(entry) && entry['link'] !== true,
  );
  return canonical(Object.fromEntries(foreign)) ?? '';
}
