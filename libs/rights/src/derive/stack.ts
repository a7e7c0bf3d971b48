export type Attributes = Readonly<Record<string, unknown>>;
type Named = Readonly<Record<string, Attributes>>;

/** Synthesized Terraform JSON, as far as rights follow from it. */
export interface StackContent {
  readonly terraform?: { readonly backend?: Readonly<Record<string, Attributes>> };
  readonly provider?: Readonly<Record<string, readonly Attributes[]>>;
  readonly resource?: Readonly<Record<string, Named>>;
  readonly data?: Readonly<Record<string, Named>>;
  readonly output?: Readonly<Record<string, { readonly value?: unknown }>>;
}

export interface SynthesizedStack {
  /** Such as `dev-api`. */
  readonly name: string;
  readonly content: StackContent;
}

/** A resource or data source of AWS, and where it is. */
export interface Found {
  readonly stack: SynthesizedStack;
  /** `aws_sqs_queue` or `data.aws_kms_key`. */
  readonly type: string;
  readonly name: string;
  readonly attributes: Attributes;
}

/** Every resource and data source of AWS in these stacks. */
export function foundIn(stacks: readonly SynthesizedStack[]): Found[] {
  return stacks.flatMap((stack) => [
    ...within(stack, stack.content.resource, ''),
    ...within(stack, stack.content.data, 'data.'),
  ]);
}

function within(stack: SynthesizedStack, types: StackContent['resource'] = {}, kind: string): Found[] {
  return Object.entries(types)
    .filter(([type]) => type.startsWith('aws_'))
    .flatMap(([type, named]) =>
      Object.entries(named).map(([name, attributes]) => ({ stack, type: `${kind}${type}`, name, attributes })),
    );
}

/** Where something stands, for people: `dev-api: aws_sqs_queue.orders (libs/stacks/src/orders.ts)`. */
export function placeOf({ attributes, name, stack, type }: Found): string {
  const source = (attributes['//'] as { source?: unknown } | undefined)?.source;
  return `${stack.name}: ${type}.${name}${typeof source === 'string' ? ` (${source})` : ''}`;
}

/** Whether Terraform has to work it out. What IAM fills in, such as `$${aws:userid}`, is literal. */
export const hasReference = (text: string): boolean => /(?<!\$)\$\{/.test(text);
