import { action, type ExitCode } from '@gatehouse/cli-kit';
import { findFolders, synthesizeFolders } from '../app-folders';
import { type LocalEmulators } from '../emulator/local-emulators';
import { withEmulator } from '../emulator/with-emulator';
import { type OverEnvironmentsOptions } from './over-environments';
import { openSession, type Session } from './session';

export interface CommonOptions extends Pick<OverEnvironmentsOptions, 'stack' | 'json'> {
  readonly synth: boolean;
}

type OnOne<Options> = (session: Session, options: Options & CommonOptions) => Promise<ExitCode>;
type OnSeveral<Options> = (folders: readonly string[], options: Options & CommonOptions) => Promise<ExitCode>;

export interface ActionOptions {
  /** Of the command. */
  readonly name: string;
  /** Whether what is applied may be another afterwards. @default false */
  readonly changes?: boolean;
  /** Whether types are checked before what it plans or applies is synthesized. @default false */
  readonly typecheck?: boolean;
  /** Whether `--stack` may also name a state which no stack has. @default false */
  readonly orphans?: boolean;
}

/** What commands do: find the environments, an emulator for those that are emulated, synthesize, run. */
export class Actions {
  constructor(private readonly emulators: LocalEmulators) {}

  /** Of a command for one environment. */
  onOne<Options = object>(about: ActionOptions, run: OnOne<Options>) {
    return action((environment: string, options: Options & CommonOptions) =>
      this.in([environment], about, options, async ([folder = environment]) => {
        const { orphans = false } = about;
        return run(await openSession(folder, options.stack, { orphans }), options);
      }),
    );
  }

  /** Of a command for one environment or several. */
  onSeveral<Options = object>(about: ActionOptions, run: OnSeveral<Options>) {
    return action((environments: string[], options: Options & CommonOptions & { all?: boolean }) =>
      this.in(environments, about, options, (folders) => run(folders, options)),
    );
  }

  /** Does something with the synthesized apps of environments. */
  in<T>(
    environments: readonly string[],
    { changes = false, name, typecheck }: ActionOptions,
    options: { readonly synth: boolean; readonly all?: boolean },
    work: (folders: readonly string[]) => Promise<T>,
  ): Promise<T> {
    const folders = findFolders(environments, options);
    const command = ['gatehouse', name, ...environments].join(' ');
    const use = { emulators: this.emulators, folders, command, changes, printError: console.error };
    return withEmulator(use, async ({ prepare }) => {
      await synthesizeFolders(folders, { ...options, typecheck });
      await prepare();
      return work(folders);
    });
  }
}
