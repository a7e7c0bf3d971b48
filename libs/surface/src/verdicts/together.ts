import { isEmpty } from '../changes/changed';
import type { PlannedChange } from '../changes/planned-change';
import { hasUnknown } from '../difference/became-unknown';
import { isUnknown } from '../model/value';
import type { VerdictTable } from './verdict-table';

type Values = Readonly<Record<string, unknown>> | undefined;

/** What a plan makes and ends, to tell what is made or ended with what it belongs to, or is only renamed. */
export class Together {
  private readonly made = new Set<unknown>();
  private readonly ended = new Set<unknown>();
  private readonly madeLike = new Set<string>();

  constructor(
    changes: readonly PlannedChange[],
    private readonly verdicts: VerdictTable,
  ) {
    for (const { action, type, before, after } of changes) {
      if (action === 'delete') for (const name of NAMES) if (before?.[name]) this.ended.add(before[name]);
      if (action !== 'create') continue;
      for (const name of NAMES) if (after?.[name]) this.made.add(after[name]);
      const like = this.likeOf(type, after);
      if (like !== undefined) this.madeLike.add(like);
    }
  }

  /** Whether a new resource belongs to one that is new too, or a deleted one to one that is deleted. */
  isWithOwner({ action, before, after }: PlannedChange, argument: string): boolean {
    if (action !== 'create') return this.ended.has(before?.[argument]);
    const owner = after?.[argument];
    if (isUnknown(owner)) return owner.references !== undefined && !owner.sensitive;
    return this.made.has(owner);
  }

  /** Whether the plan makes one that is the same in everything that counts: it has another address. */
  isMadeAgain({ type, before }: PlannedChange): boolean {
    const like = this.likeOf(type, before);
    return like !== undefined && this.madeLike.has(like);
  }

  private likeOf(type: string, values: Values): string | undefined {
    const names = this.verdicts.of(type)?.weighty ?? [];
    const weighty = names.map((name) => values?.[name]);
    if (names.length === 0 || hasUnknown(weighty)) return undefined;
    return JSON.stringify([type, ...weighty.map((value) => (isEmpty(value) ? null : value))]);
  }
}

/** The attributes that others name a resource by. */
const NAMES = ['id', 'arn', 'name', 'bucket', 'domain_name', 'function_name'];
