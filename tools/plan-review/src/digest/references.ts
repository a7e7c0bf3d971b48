import { isClear, type Fields } from './values';

/** Where an expression stands, and what is not known of what it makes. */
interface Place {
  readonly address: string;
  readonly module: string;
  readonly argument: string;
  readonly unknown: readonly unknown[];
}

/** What the expressions of a plan refer to. */
export class References {
  /** Data sources, with the path in them: `module.a.data.aws_x.y.arn`. */
  readonly answers = new Set<string>();
  /** Values that are not known and whose text is in no plan: only what they refer to is. */
  readonly withoutText = new Set<string>();
  /** Modules that refer to locals, of which no plan says what they are made of. */
  readonly withLocals = new Set<string>();
  /** Data sources that values which are not known are made from, and what has these values. */
  readonly asked = new Map<string, Set<string>>();

  add(expression: Fields, { address, module, argument, unknown }: Place): void {
    const { references, constant_value: text } = expression;
    const all = (references as readonly unknown[]).filter((each) => typeof each === 'string');
    this.addAnswers(all, module);
    if (unknown.every(isClear)) return;
    for (const reference of all)
      if (reference.startsWith('data.')) this.ask(sourceOf(`${module}${reference}`), address);
    // Locals are in no plan.
    if (text === undefined || all.some((each) => each.startsWith('local.')))
      this.withoutText.add(`${address}: ${argument.replace(/^provisioners\..*/, 'provisioners')}`);
  }

  addAnswers(references: readonly unknown[], module: string): void {
    for (const reference of references) {
      if (typeof reference !== 'string') continue;
      if (reference.startsWith('data.')) this.answers.add(`${module}${reference}`);
      else if (reference.startsWith('local.')) this.withLocals.add(module);
    }
  }

  private ask(source: string, address: string): void {
    const known = this.asked.get(source);
    if (known) known.add(address);
    else this.asked.set(source, new Set([address]));
  }
}

const sourceOf = (reference: string): string =>
  /^(?:module\.[^.]+\.)*data\.[^.]+\.[^.[]+/.exec(reference)?.[0] ?? reference;
