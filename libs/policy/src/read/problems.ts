import { type PolicyKind, type PolicyProblem } from '../model';

/** Collects what cannot be read in one policy. */
export class Problems {
  readonly found: PolicyProblem[] = [];

  constructor(
    private readonly kind: PolicyKind,
    private readonly policy: string,
  ) {}

  add(at: string, expected: string, value: unknown): void {
    const { kind, policy } = this;
    const where = at === '' ? policy : `${policy}: ${at}`;
    this.found.push({ kind, policy, at, message: `${where}: expected ${expected}, found ${shown(value)}` });
  }
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
