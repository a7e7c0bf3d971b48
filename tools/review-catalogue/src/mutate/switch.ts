/** Which mutant is on, and which are reached. The compiled sources call it as the global `mutants`. */
export class Switch {
  /** Id of the mutant that is on. */
  public active: number | undefined;
  private reached = new Set<number>();
  /** What a module reaches while it loads: in effect for everything after, so switched on before it loads. */
  public readonly reachedByLoading = new Set<number>();
  private loading = 0;

  public negated<T>(id: number, value: T): T | boolean {
    this.note(id);
    return id === this.active ? !value : value;
  }

  /** @param rule whatever is defined with an id; only what finds can be switched off */
  public off<T extends { readonly find?: (...args: unknown[]) => unknown }>(id: number, rule: T): T {
    const { find } = rule;
    if (!find) return rule;
    const switched = (...args: unknown[]): unknown => {
      this.note(id);
      return id === this.active ? [] : find(...args);
    };
    return { ...rule, find: switched };
  }

  public load(module: () => void): void {
    this.loading += 1;
    try {
      module();
    } finally {
      this.loading -= 1;
    }
  }

  /** What was reached since this was last asked. */
  public takeReached(): number[] {
    const ids = [...this.reached];
    this.reached = new Set();
    return ids;
  }

  public reach(ids: readonly number[]): void {
    for (const id of ids) this.reached.add(id);
  }

  private note(id: number): void {
    (this.loading > 0 ? this.reachedByLoading : this.reached).add(id);
  }
}
