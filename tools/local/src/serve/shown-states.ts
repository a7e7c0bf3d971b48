import { type Surface } from '@gatehouse/surface';
import { type Cleanup } from '../cleanup';
import { type Source } from '../playground';
import { cognitoClient } from '../up/aws-clients';
import { secretOf } from '../up/client-secret';
import { readMachines } from '../up/machines';
import { outputsOf } from '../up/running-of';
import { signAs } from '../up/sign-as';
import { type NamedEmulator } from './named-emulator';
import { regionOf, type ServedStates } from './served-states';

type Shown = Source['current'];
type Listener = (now: Shown, before: Shown) => void;

/** Served states as the playground shows them. */
export class ShownStates implements Source {
  private readonly listeners = new Set<Listener>();

  private constructor(
    private readonly describe: (surface: Surface) => Promise<Shown>,
    private shown: Shown,
  ) {}

  /** @returns undefined where the emulator's additions may not be asked */
  static async of(
    served: ServedStates,
    { internal, url }: NamedEmulator,
    cleanup: Cleanup,
  ): Promise<ShownStates | undefined> {
    const { frontDoor, gateway, surface } = served;
    if (!internal || !frontDoor) return undefined;
    const emulator = { internal, url };
    const cognito = cognitoClient(url, regionOf(surface));
    cleanup.add('the Cognito client', () => cognito.destroy());
    const describe = async (now: Surface): Promise<Shown> => {
      const environment = { name: 'local', project: '', region: regionOf(now) };
      const machines = await readMachines(now, secretOf(cognito));
      const facts = { emulator, frontDoor, gateway, pools: [], surface: now };
      return { ...facts, environment, machines, outputs: outputsOf(environment, facts), sign: signAs(emulator) };
    };
    return new ShownStates(describe, await describe(surface));
  }

  get current(): Shown {
    return this.shown;
  }

  onReload(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async reload(surface: Surface): Promise<void> {
    const before = this.shown;
    this.shown = await this.describe(surface);
    for (const listener of this.listeners) listener(this.shown, before);
  }
}
