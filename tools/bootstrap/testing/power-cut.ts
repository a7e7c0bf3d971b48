import { type Answer, Relay, type Relayed } from './relay';

export interface PowerCut {
  /** Names of requests; the cut comes when each of them is under way. */
  readonly at: readonly RegExp[];
  /** Whether these requests still reach AWS. Their answers reach nobody. */
  readonly when: 'before' | 'after';
}

/** Lets the power fail at an exact request. */
export class FaultyLine extends Relay {
  private cut?: PowerCut & { waiting: Set<RegExp>; happened: () => void };

  /** @returns fulfilled at the moment of the cut; from then on nothing is answered until `restore` */
  cutAt(cut: PowerCut): Promise<void> {
    return new Promise((happened) => {
      this.cut = { ...cut, waiting: new Set(cut.at), happened };
    });
  }

  restore(): void {
    this.cut = undefined;
    this.hangUp();
  }

  protected override async pass(request: Relayed, onward: () => Promise<Answer>): Promise<Answer | undefined> {
    const { cut } = this;
    const hit = cut && [...cut.waiting].find((pattern) => pattern.test(nameOf(request)));
    const answer = hit && cut.when === 'before' ? undefined : await onward();
    if (hit) cut.waiting.delete(hit);
    if (cut?.waiting.size === 0) cut.happened();
    return hit || cut?.waiting.size === 0 ? undefined : answer;
  }
}

/** A request in words: `PUT /bucket/key`, `CreateRole`, `TrentService.CreateKey`. */
function nameOf({ headers, method, url, body }: Relayed): string {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target;
  const action = /(?:^|&)Action=(\w+)/.exec(body.subarray(0, 10_000).toString())?.[1];
  return action ?? `${method} ${url.replace(/[?&]x-id=\w+/, '')}`;
}
