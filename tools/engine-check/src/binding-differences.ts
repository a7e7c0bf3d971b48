import { type Argument, type Arguments } from './bindings';
import { type UsedType } from './used-types';

export type Change = 'type is gone' | 'removed' | 'required now' | 'type changed' | 'new';

export interface BindingDifference {
  /** e.g. `aws_cognito_user_pool` or `data.aws_iam_policy_document` */
  readonly type: string;
  readonly change: Change;
  /** e.g. `schema.name`; a block stands for what is in it. Empty when the type is gone. */
  readonly argument: string;
  /** Our stacks cannot stay as they are: they write it and it is gone or different, or do not and it is required. */
  readonly ours: boolean;
}

/** How the arguments of one Terraform type differ between two bindings. */
export function bindingDifferences(
  { name: type, written }: UsedType,
  before: Arguments,
  after: Arguments | undefined,
): BindingDifference[] {
  if (!after) return [{ type, change: 'type is gone', argument: '', ours: true }];
  const found = (change: Change, paths: readonly string[], concerns: (path: string) => boolean) =>
    paths.map((argument) => ({ type, change, argument, ours: concerns(argument) }));
  const isWritten = (path: string) => written.has(path);
  const isOpen = (block: string) => block === '' || written.has(block);

  const required = requiredNow(before, after);
  return [
    ...found('removed', missingIn(after, before), isWritten),
    ...found('required now', required, (path) => !isWritten(path) && isOpen(blockOf(path))),
    ...found('type changed', retyped(before, after), isWritten),
    ...found(
      'new',
      missingIn(before, after).filter((path) => !required.includes(path)),
      () => false,
    ),
  ];
}

/** Arguments that only the other has; a block without what is in it. */
function missingIn(these: Arguments, others: Arguments): string[] {
  const missing = [...others.keys()].filter((path) => !these.has(path));
  return missing.filter((path) => !missing.some((block) => path.startsWith(`${block}.`)));
}

/** Of a new block everything is new, and nothing of it required. */
function requiredNow(before: Arguments, after: Arguments): string[] {
  const wasThere = (block: string) => block === '' || before.has(block);
  return paths(after, (path, now) => now.required && !before.get(path)?.required && wasThere(blockOf(path)));
}

const retyped = (before: Arguments, after: Arguments): string[] =>
  paths(after, (path, { type }) => before.has(path) && before.get(path)?.type !== type);

const paths = (from: Arguments, wanted: (path: string, argument: Argument) => boolean): string[] =>
  [...from].filter(([path, argument]) => wanted(path, argument)).map(([path]) => path);

const blockOf = (path: string): string => path.split('.').slice(0, -1).join('.');
