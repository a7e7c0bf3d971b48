import { type Diagnostic } from './diagnostics';
import { parseJson } from './parse-json';

export type ChangeAction = 'create' | 'read' | 'update' | 'replace' | 'delete' | 'move' | 'import' | 'remove' | 'noop';

/** Terraform's progress, from the stream that `-json` prints. https://developer.hashicorp.com/terraform/internals/machine-readable-ui */
export type ProgressEvent =
  | { readonly kind: 'planned' | 'drift'; readonly address: string; readonly action: ChangeAction }
  | {
      readonly kind: Step;
      readonly address: string;
      readonly action: ChangeAction;
      readonly seconds: number;
    }
  | ({ readonly kind: 'summary' } & ChangeSummary)
  | { readonly kind: 'waiting-for-lock' }
  /** Of ours, and not Terraform's. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'diagnostic'; readonly diagnostic: Diagnostic };

/** Counts as Terraform counts: a replacement is one `add` and one `remove`. */
export interface ChangeSummary {
  readonly add: number;
  readonly change: number;
  readonly remove: number;
  readonly import: number;
  readonly operation: 'plan' | 'apply' | 'destroy';
}

/** Of an apply, when Terraform counts none. */
export const NOTHING_CHANGED: ChangeSummary = { operation: 'apply', add: 0, change: 0, remove: 0, import: 0 };

/** @returns nothing for a line that reports no progress, and for text that Terraform mixes into the stream */
export function parseUiLine(line: string): ProgressEvent | undefined {
  const message = line.startsWith('{') ? parseJson<UiMessage>(line) : undefined;
  switch (message?.type) {
    case 'planned_change':
      return changed('planned', message.change);
    case 'resource_drift':
      return changed('drift', message.change);
    case 'apply_start':
      return stepped('started', message.hook);
    case 'apply_progress':
      return stepped('running', message.hook);
    case 'apply_complete':
      return stepped('completed', message.hook);
    case 'apply_errored':
      return stepped('failed', message.hook);
    case 'change_summary':
      return message.changes && { kind: 'summary', ...message.changes };
    case 'state_lock_acquire':
      return { kind: 'waiting-for-lock' };
    case 'diagnostic':
      return message.diagnostic && { kind: 'diagnostic', diagnostic: message.diagnostic };
    default:
      return undefined;
  }
}

interface UiMessage {
  readonly type: string;
  readonly change?: Change;
  readonly hook?: Change & { readonly elapsed_seconds?: number };
  readonly changes?: ChangeSummary;
  readonly diagnostic?: Diagnostic;
}

interface Change {
  readonly resource: { readonly addr: string };
  readonly action: ChangeAction;
}

const changed = (kind: 'planned' | 'drift', change: UiMessage['change']): ProgressEvent | undefined =>
  change && { kind, address: change.resource.addr, action: change.action };

type Step = 'started' | 'running' | 'completed' | 'failed';

function stepped(kind: Step, hook: UiMessage['hook']): ProgressEvent | undefined {
  // Reading a data source is not progress that a person waits for.
  if (!hook || hook.action === 'read') return undefined;
  return { kind, address: hook.resource.addr, action: hook.action, seconds: hook.elapsed_seconds ?? 0 };
}
