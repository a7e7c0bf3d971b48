import { SEVERITIES } from '@gatehouse/surface';
import type { ChangeReview, ReviewFinding, StackReview } from '../model/review';

export function severityCounts(findings: readonly Pick<ReviewFinding, 'severity'>[]): string {
  return SEVERITIES.flatMap((severity) => {
    const found = findings.filter((finding) => finding.severity === severity).length;
    return found === 0 ? [] : [`${found} ${severity}`];
  }).join(', ');
}

/** `2 to add, 1 to destroy`; Terraform's order and words. */
function countWords({ counts }: StackReview): string {
  const words = [
    [counts.import, 'to import'],
    [counts.add, 'to add'],
    [counts.change, 'to change'],
    [counts.destroy, 'to destroy'],
    [counts.forget, 'to forget'],
    [counts.move, 'moved'],
    [counts.invoke, counts.invoke === 1 ? 'action to invoke' : 'actions to invoke'],
  ] as const;
  return words.flatMap(([number, word]) => (number === 0 ? [] : [`${number} ${word}`])).join(', ');
}

/** What a stack's line says: its counts, or why there are none. */
export function stackWords(stack: StackReview): string {
  const counts = countWords(stack);
  if (stack.status === 'not reviewed') return 'not reviewed';
  if (stack.status === 'from code') return `not planned yet, reviewed from its code; ${counts || 'no changes'}`;
  if (stack.status === 'errored' || stack.status === 'incomplete') {
    return [stack.status === 'errored' ? 'plan failed' : 'plan incomplete', counts].filter(Boolean).join('; so far ');
  }
  return counts || (stack.outputs.length > 0 ? 'only outputs change' : 'no changes');
}

/** What Terraform will do, for people. */
export function actionWords(change: ChangeReview): string {
  const { action, imported, previousAddress, deposed } = change;
  const words = [
    ...(action === 'no-op' ? [] : [ACTIONS[action] ?? action]),
    ...(deposed === undefined ? [] : ['the old object of a failed replacement']),
    ...(imported ? ['import'] : []),
    ...(previousAddress === undefined ? [] : [`moved from ${previousAddress}`]),
    ...(change.forcedBy ? [`forced by ${change.forcedBy.join(', ')}`] : reasonWords(change.reason)),
    ...(change.invisible ? ['no visible difference'] : []),
  ];
  return words.join(', ') || 'no change';
}

/** Those that Terraform's own word does not explain. */
const ACTIONS: Readonly<Partial<Record<ChangeReview['action'], string>>> = {
  forget: 'forget (stays in AWS, unmanaged)',
  'replace-and-forget': 'replace (the old one stays in AWS, unmanaged)',
  unknown: 'unknown action',
};

/** Terraform's reasons, as far as they say more than the action does; ones that come later are shown as they are. */
function reasonWords(reason: string | undefined): string[] {
  const words = REASONS[reason ?? ''] ?? reason?.replaceAll('_', ' ');
  return words ? [words] : [];
}

const REASONS: Readonly<Record<string, string>> = {
  replace_because_tainted: 'because it is tainted',
  replace_by_request: 'by -replace',
  replace_by_triggers: 'by replace_triggered_by',
  delete_because_wrong_repetition: 'because count or for_each changed',
  delete_because_count_index: 'because count changed',
  delete_because_each_key: 'because for_each changed',
  delete_because_no_module: 'because its module is gone',
  delete_because_no_resource_config: '',
  replace_because_cannot_update: '',
};

/** One to three characters, as in Terraform's own plans. */
export const SYMBOLS: Readonly<Record<ChangeReview['action'], string>> = {
  create: '+',
  update: '~',
  delete: '-',
  replace: '-/+',
  forget: '.',
  'replace-and-forget': '+/.',
  read: '<=',
  'no-op': '=',
  unknown: '?',
};
