import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '@gatehouse/checks';
import { check, workspaceOf } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { bundle, type Constants } from './bundle';

/** The code of a function: a zip archive. Made by `Code`. */
export interface Code {
  /**
   * @returns the archive's path on this machine
   * @throws ConstructError when it is missing, with the command that makes it.
   */
  locate(lambda: IConstruct): string;
}

/** The code of a function. */
export const Code = {
  /** A service of this workspace by its name, which is that of its folder in `apps`. Nx builds it before it synthesizes. */
  service(name: string): Code {
    return { locate: (lambda) => archiveOfService(lambda, name) };
  },

  /** A zip archive that something else makes, such as one for another language. */
  archive(path: string, { madeBy }: { readonly madeBy: string }): Code {
    return {
      locate(lambda) {
        checkArchive(lambda, path, { shown: path, madeBy });
        return path;
      },
    };
  },

  /**
   * A TypeScript file that exports `handler`, bundled when the app is synthesized: for handlers that come with a construct.
   * Services of the workspace are built by Nx, which does it once for all environments.
   *
   * @param source absolute path, such as `join(__dirname, 'handler.ts')`
   * @param constants JSON values that the file declares: `declare const TEXTS: Texts`
   */
  bundle(source: string, constants: Constants = {}): Code {
    return { locate: () => bundle(source, constants) };
  },
} as const;

function archiveOfService(lambda: IConstruct, name: string): string {
  const workspace = workspaceOf(lambda);
  const services = servicesIn(workspace);
  check(lambda, services.includes(name), {
    prop: 'code',
    expected: `a service of this workspace: ${services.join(', ') || 'none is there yet'}`,
    found: name,
    fix: [didYouMean(name, services), `Make one with \`npx nx g @gatehouse/nx-cdktf:service ${name}\``]
      .filter((part) => part !== undefined)
      .join(' '),
  });
  const shown = `apps/${name}/dist/${name}.zip`;
  const path = join(workspace, shown);
  checkArchive(lambda, path, { shown, madeBy: `npx nx build ${name}` });
  return path;
}

function checkArchive(
  lambda: IConstruct,
  path: string,
  made: { readonly shown: string; readonly madeBy: string },
): void {
  check(lambda, existsSync(path), {
    prop: 'code',
    expected: `an archive at ${made.shown}`,
    found: undefined,
    fix: `Make it with \`${made.madeBy}\``,
  });
}

/** Folders in `apps` with an archive or the source of a handler. */
function servicesIn(workspace: string): string[] {
  const apps = join(workspace, 'apps');
  const folders = existsSync(apps) ? readdirSync(apps).sort() : [];
  return folders.filter((name) => ['dist', 'src/index.ts'].some((part) => existsSync(join(apps, name, part))));
}
