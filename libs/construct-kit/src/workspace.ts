import { type IConstruct } from 'constructs';
import { check } from './check';

const key = 'gatehouse:workspace';

/** What tells constructs where the workspace is. */
export const workspaceContext = (folder: string): Record<string, string> => ({ [key]: folder });

/**
 * The top of the workspace, an absolute path.
 *
 * @throws ConstructError when the app does not say it.
 */
export function workspaceOf(construct: IConstruct): string {
  const folder: unknown = construct.node.tryGetContext(key);
  check(construct, typeof folder === 'string', {
    prop: `context "${key}"`,
    expected: 'the folder of the workspace',
    found: folder,
    fix: 'Compose the app with `environment(...)` of @gatehouse/platform, which sets it',
  });
  return folder;
}
