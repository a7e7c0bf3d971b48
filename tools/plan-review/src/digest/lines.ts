import { LineHash } from './version';

/** Where something stands, what it is of that, and its meaning as text. */
export type Line = readonly [place: string, what: string, text: string];

/** Takes what a plan means, a line each. */
export interface Lines {
  add(place: string, what: string, text: string): void;
}

/** Hashes the lines of each part, and keeps none. */
export class HashedLines implements Lines {
  isEmpty = true;
  private place = '';
  private readonly hash = new LineHash();

  add(place: string, what: string, text: string): void {
    // Most lines are of the same place as the one before.
    if (this.isEmpty || place !== this.place) this.hash.add(`@${JSON.stringify(place)}`);
    this.isEmpty = false;
    this.place = place;
    this.hash.add(`${what}\t${text}`);
  }

  value(): string {
    return this.hash.value();
  }
}

/** Keeps all lines, to say in words where two plans differ. */
export class KeptLines implements Lines {
  readonly all: Line[] = [];

  add(...line: Line): void {
    this.all.push(line);
  }
}
