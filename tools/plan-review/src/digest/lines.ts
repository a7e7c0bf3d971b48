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
  private readonly hash = new LineHash();

  add(place: string, what: string, text: string): void {
    this.isEmpty = false;
    this.hash.add(`${JSON.stringify(place)} ${what}\t${text}`);
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
