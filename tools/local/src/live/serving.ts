import { type Environment, type LocalUser } from '@gatehouse/environment';
import { accessChangesBetween, type Surface } from '@gatehouse/surface';
import { reportOrphans, type Stack } from '@gatehouse/terraform';
import { runningOf } from '../up/running-of';
import { accessLines } from './access-lines';
import { type Changed } from './changed';
import { type Reporter } from '../console';
import { type AppliedStates } from './apply/applied-states';
import { type LiveEnvironment } from './running';

export interface ServingParts {
  readonly live: LiveEnvironment;
  readonly reporter: Reporter;
  readonly states: AppliedStates;
  /** Gets what changed, once it is served. */
  readonly onServed: (changed: Changed) => void;
}

/** Puts what was applied in the place of what is served, and says what is another now. */
export class Serving {
  /** The notes of what is served that were said. */
  private reported: ReadonlySet<string>;

  constructor(private readonly parts: ServingParts) {
    this.reported = new Set(parts.live.current.gateway.notes());
  }

  async serve(stacks: readonly Stack[], environment: Environment, users: readonly LocalUser[]): Promise<void> {
    const before = this.parts.live.current;
    const surface = await this.parts.states.surface(stacks);
    await before.frontDoor.reload(surface.userPools.map(({ id }) => id));
    await before.gateway.reload(
      surface,
      stacks.map(({ directory }) => directory),
    );
    this.parts.live.replace(await runningOf({ ...before, environment, stacks, surface }, users));
  }

  /** A stack that was removed stays in the emulator, as it would on AWS, until a person says what becomes of it. */
  async tellOrphans(before: readonly Stack[], now: readonly Stack[]): Promise<void> {
    const { reporter } = this.parts;
    const isGone = before.some(({ name }) => !now.some((stack) => stack.name === name));
    const say = (text: string): void => reporter.say(text);
    if (isGone) await reportOrphans(now, { print: say, printError: say });
  }

  tell(before: Surface, changed: Changed): void {
    const { live, onServed, reporter } = this.parts;
    const access = accessChangesBetween(before, live.current.surface);
    if (access.length > 0) reporter.say(accessLines(access).join('\n'));
    const notes = live.current.gateway.notes();
    const isNew = notes.filter((note) => !this.reported.has(note));
    if (isNew.length > 0) reporter.say(isNew.join('\n'));
    this.reported = new Set(notes);
    onServed({ ...changed, access });
  }
}
