import { isUserError } from '@gatehouse/cli-kit';
import { removes, type PlannedStack } from '../deploy-stack';
import { InterruptedError } from '../errors';
import { type StateFile } from '../state-file';
import { placeOf, placesRead } from '../state-place';
import { type Stack } from '../stacks';
import { type Terraform } from '../terraform';
import { applyOrder } from './apply-order';

/** A stack that was planned to be applied. */
export interface PreparedStack extends PlannedStack {
  readonly terraform: Terraform;
}

/** Stacks that wait to be applied, in the order that their plans ask for. */
export class ApplyQueue<Prepared extends PreparedStack> {
  private readonly states = new Map<Stack, StateFile | undefined>();
  private readonly prepared = new Map<Stack, Prepared>();

  /** @param prepare initialises a stack and plans it, to apply that plan */
  constructor(
    private waiting: readonly Stack[],
    private readonly bind: (stack: Stack) => Terraform,
    private readonly prepare: (stack: Stack) => Promise<Prepared>,
  ) {}

  /** Every stack after those that it reads. */
  get left(): readonly Stack[] {
    return this.waiting;
  }

  /**
   * The stacks that are left, in the order in which they are applied, and why it is not that of reading.
   *
   * @throws OrderConflictError when no order is safe
   */
  async order(): Promise<{ stacks: readonly Stack[]; notes: readonly string[] }> {
    if (this.waiting.length < 2) return { stacks: this.waiting, notes: [] };
    for (const stack of this.waiting) await this.readState(stack);
    // What no other stack was applied with, none can miss: its plan need not be known.
    for (const stack of this.waiting.filter((each) => this.isRead(each))) await this.tryToPrepare(stack);
    const facts = this.waiting.map((stack) => ({
      stack,
      plan: this.prepared.get(stack)?.json,
      state: this.states.get(stack),
    }));
    return applyOrder(facts);
  }

  /** Takes a stack out of the queue. @returns its plan, which is made now unless it was before */
  async take(stack: Stack): Promise<Prepared> {
    this.leave(stack);
    return this.prepared.get(stack) ?? this.prepare(stack);
  }

  /** Takes a stack out of the queue, if it is in it. */
  leave(stack: Stack): void {
    this.waiting = this.waiting.filter((each) => each !== stack);
  }

  /** Plans of what reads a stack do not hold any more when that was applied. */
  forgetReadersOf({ name }: Stack): void {
    for (const reader of this.waiting.filter(({ dependencies }) => dependencies.includes(name))) {
      this.prepared.delete(reader);
      this.forgetReadersOf(reader);
    }
  }

  private isRead(stack: Stack): boolean {
    const place = placeOf(stack);
    return this.waiting.some((other) => other !== stack && placesRead(this.states.get(other)).has(place ?? ''));
  }

  private async readState(stack: Stack): Promise<void> {
    if (this.states.has(stack)) return;
    await unlessItFails(async () => {
      const terraform = this.bind(stack);
      await terraform.init();
      this.states.set(stack, await terraform.pullState());
    });
  }

  private async tryToPrepare(stack: Stack): Promise<void> {
    if (this.prepared.has(stack)) return;
    await unlessItFails(async () => {
      const prepared = await this.prepare(stack);
      const { terraform, plan } = prepared;
      this.prepared.set(stack, removes(plan) ? { ...prepared, json: await terraform.showPlan(plan.file) } : prepared);
    });
  }
}

/** What fails here fails again when it is the stack's turn, and is reported there. */
async function unlessItFails(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isUserError(error) || error instanceof InterruptedError) throw error;
  }
}
