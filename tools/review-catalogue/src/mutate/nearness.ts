import { type Mutant } from './mutants';
import { type Measured } from './worker';

/** A check to ask, and which of its parts. */
export interface Asked {
  readonly name: string;
  /** @default - all */
  readonly parts?: readonly number[];
}

/** Which checks to ask about a mutant, and in which order: what reaches it, what knows its file well first. */
export class Nearness {
  private readonly all: readonly Asked[];
  private readonly byMutant = new Map<number, Asked[]>();
  /** How often a check noticed a mutant of a file. */
  private readonly noticed = new Map<string, number>();

  /** @param byLoading ids of mutants that are reached while modules load: in effect wherever the modules are used */
  public constructor(
    measured: readonly Measured[],
    private readonly byLoading: ReadonlySet<number>,
  ) {
    // What reaches little is about that little, and soon done.
    const sorted = [...measured].sort((one, other) => sizeOf(one) - sizeOf(other));
    this.all = sorted.map(({ name }) => ({ name }));
    for (const each of sorted) for (const [id, asked] of askedOf(each)) this.asksOf(id).push(asked);
  }

  public checksOf({ id, file }: Mutant): readonly Asked[] {
    const times = ({ name }: Asked): number => this.noticed.get(`${file} ${name}`) ?? 0;
    const asked = this.byLoading.has(id) ? this.all : this.asksOf(id);
    return [...asked].sort((one, other) => times(other) - times(one));
  }

  public note({ file }: Mutant, name: string): void {
    const key = `${file} ${name}`;
    this.noticed.set(key, (this.noticed.get(key) ?? 0) + 1);
  }

  private asksOf(id: number): Asked[] {
    const asked = this.byMutant.get(id) ?? [];
    this.byMutant.set(id, asked);
    return asked;
  }
}

const sizeOf = ({ reached: { all, parts } }: Measured): number =>
  all.length + parts.reduce((sum, part) => sum + part.length, 0);

/** By mutant, of one check. */
function askedOf({ name, reached: { all, parts } }: Measured): ReadonlyMap<number, Asked> {
  const numbers = new Map<number, number[]>();
  parts.forEach((ids, number) => ids.forEach((id) => numbers.set(id, [...(numbers.get(id) ?? []), number])));
  return new Map<number, Asked>([
    ...[...numbers].map(([id, of]) => [id, { name, parts: of }] as const),
    ...all.map((id) => [id, { name }] as const),
  ]);
}
