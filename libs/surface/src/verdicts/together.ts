import { isEmpty } from '../changes/changed';
import type { PlannedChange } from '../changes/planned-change';
import { isUnknown } from '../model/value';
import type { VerdictTable } from './verdict-table';
import { unknownsIn } from '../terraform/convert';

type Values = Readonly<Record<string, unknown>> | undefined;

/** What a plan makes and ends, to tell what is made or ended with what it belongs to, or is only renamed. */
export class Together {
  private readonly made = new Set<unknown>();
  private readonly ended = new Set<unknown>();
  private readonly like = { create: new Set<string>(), delete: new Set<string>() };

  constructor(
    changes: readonly PlannedChange[],
    private readonly verdicts: VerdictTable,
  ) {
    for (const change of changes) {
      const { action, type, before, after } = change;
      if (action !== 'create' && action !== 'delete') continue;
      const values = action === 'create' ? after : before;
      const names = action === 'create' ? this.made : this.ended;
      for (const [name, owners] of NAMES) if (values?.[name] && owners.test(type)) names.add(values[name]);
      const like = this.likeOf(type, values);
      if (like !== undefined) this.like[action].add(like);
    }
  }

  /** Whether a new resource belongs to one that is new too, or a deleted one to one that is deleted. */
  isWithOwner({ action, before, after }: PlannedChange, argument: string): boolean {
    if (action !== 'create') return this.ended.has(before?.[argument]);
    const owner = after?.[argument];
    if (isUnknown(owner)) return owner.references !== undefined && !owner.sensitive;
    return this.made.has(owner);
  }

  /** Whether it only has another address: the plan ends, or makes, one that is the same in everything that counts. */
  isMoved({ action, type, before, after }: PlannedChange): boolean {
    const like = this.likeOf(type, action === 'create' ? after : before);
    return like !== undefined && this.like[action === 'create' ? 'delete' : 'create'].has(like);
  }

  private likeOf(type: string, values: Values): string | undefined {
    const entry = this.verdicts.of(type);
    if (!entry?.isRelation) return undefined;
    const weighty = entry.weighty.map((name) => values?.[name]);
    if (unknownsIn(weighty).length > 0) return undefined;
    return JSON.stringify([type, ...weighty.map((value) => (isEmpty(value) ? null : value))]);
  }
}

/** The attributes that others name a resource by, and of which types. */
const NAMES: readonly (readonly [name: string, owners: RegExp])[] = [
  ['id', /./],
  ['arn', /./],
  ['name', /^aws_(iam_(role|user|group)|dynamodb_table|ecr_repository|cloudwatch_(log_group|event_bus|event_rule))$/],
  ['bucket', /^aws_s3_bucket$/],
  ['domain_name', /^aws_(api_gateway|apigatewayv2)_domain_name$/],
  ['function_name', /^aws_lambda_function$/],
];
