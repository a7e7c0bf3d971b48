/** What searches may cost together: counted, so that the same policies always end the same. */
export class Budget {
  /** Whether a question was left open because of its cost. */
  isShort = false;

  constructor(private left: number) {}

  spend(cost: number): boolean {
    this.left -= cost;
    this.isShort ||= this.left <= 0;
    return this.left > 0;
  }
}
