import { type Argument, type Arguments } from './bindings';
import { type UsedType } from './used-types';

export type Change = 'removed' | 'required now' | 'type changed' | 'new';

export interface BindingDifference {
  /** e.g. `aws_cognito_user_pool` or `data.aws_iam_policy_document` */
  readonly type: string;
  readonly change: Change | 'type is gone';
  readonly arguments: readonly string[];
  /** Those that our stacks cannot do without changing: written and gone or different, or not written and required. */
  readonly ours: readonly string[];
}

/** How the arguments of one Terraform type differ between two bindings. */
export function bindingDifferences(
  used: UsedType,
  before: Arguments,
  after: Arguments | undefined,
): BindingDifference[] {
  const { name: type, written } = used;
  if (!after) return [{ type, change: 'type is gone', arguments: [], ours: [type] }];
  const found = (change: Change, paths: string[], concerns: (path: string) => boolean) =>
    paths.length === 0 ? [] : [{ type, change, arguments: paths, ours: paths.filter(concerns) }];
  const common = [...before].flatMap(([path, old]): [string, Argument, Argument][] => {
    const now = after.get(path);
    return now ? [[path, old, now]] : [];
  });
  const gone = topmost([...before.keys()].filter((path) => !after.has(path)));
  const wasThere = (block: string) => block === '' || before.has(block);
  const required = [...after]
    .filter(([path, now]) => now.required && !before.get(path)?.required && wasThere(parentOf(path)))
    .map(([path]) => path);
  const changed = common.filter(([, old, now]) => old.type !== now.type).map(([path]) => path);
  const added = topmost([...after.keys()].filter((path) => !before.has(path) && !required.includes(path)));
  const isWritten = (path: string) => written.has(path);
  const isOpen = (block: string) => block === '' || written.has(block);
  return [
    ...found('removed', gone, isWritten),
    ...found('required now', required, (path) => !isWritten(path) && isOpen(parentOf(path))),
    ...found('type changed', changed, isWritten),
    ...found('new', added, () => false),
  ];
}

/** A block stands for what is in it. */
const topmost = (paths: string[]): string[] =>
  paths.filter((path) => !paths.some((other) => path.startsWith(`${other}.`)));

const parentOf = (path: string): string => path.split('.').slice(0, -1).join('.');
