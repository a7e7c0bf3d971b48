/** What must be undone when we stop, in reverse order; every step runs even if one before it failed. */
export class Cleanup {
  private readonly steps: { name: string; undo: () => Promise<void> | void }[] = [];

  add(name: string, undo: () => Promise<void> | void): void {
    this.steps.push({ name, undo });
  }

  /** @returns one line for each step that failed. */
  async run(): Promise<string[]> {
    const failures: string[] = [];
    for (let step = this.steps.pop(); step; step = this.steps.pop()) {
      try {
        await step.undo();
      } catch (error) {
        failures.push(`could not stop ${step.name}: ${(error as Error).message}`);
      }
    }
    return failures;
  }
}
