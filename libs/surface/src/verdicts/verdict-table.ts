import type { Better, TypeVerdicts, Verdicts, WholeVerdict, Worse } from './verdicts';

/** What is known of one argument: a rule or a reason, nothing, or only of what is in it. */
export type ArgumentVerdict = 'known' | 'without' | 'inside';

/** Verdicts by type and argument, ready to be asked for every change of a plan. */
export class VerdictTable {
  private readonly types: ReadonlyMap<string, TypeEntry>;
  private readonly unlisted: TypeEntry;

  /**
   * @param computed by type: attributes that only the provider sets
   * @param prefixes how the names of types begin that are reviewed: one that has no verdicts is open as a whole
   */
  constructor(
    verdicts: Verdicts,
    common: ReadonlySet<string>,
    computed: Readonly<Record<string, readonly string[]>>,
    private readonly leftOut: ReadonlySet<string>,
    private readonly prefixes: readonly string[] = [],
  ) {
    this.unlisted = new TypeEntry({ created: NO_TABLE, deleted: NO_TABLE }, common, true);
    this.types = new Map(
      Object.entries(verdicts).map(([type, each]) => [
        type,
        new TypeEntry(each, new Set([...common, ...(Object.hasOwn(computed, type) ? (computed[type] ?? []) : [])])),
      ]),
    );
  }

  of(type: string): TypeEntry | undefined {
    const entry = this.types.get(type);
    if (entry !== undefined || this.leftOut.has(type)) return entry;
    return this.prefixes.some((prefix) => type.startsWith(prefix)) ? this.unlisted : undefined;
  }

  /** Whether changes of the type are understood, also those through which nobody gains or loses anything. */
  has = (type: string): boolean => Boolean(this.of(type)) || this.leftOut.has(type);
}

const NO_TABLE = { without: 'Gatehouse has no verdict on its type' };

/** The verdicts of one type. */
export class TypeEntry {
  private readonly known: ReadonlySet<string>;
  private readonly onNew: ReadonlySet<string>;
  private readonly without: ReadonlySet<string>;
  private readonly inside: ReadonlySet<string>;

  constructor(
    private readonly verdicts: TypeVerdicts,
    private readonly common: ReadonlySet<string>,
    /** Whether no table has the type: all that it has is open. */
    readonly isUnlisted = false,
  ) {
    const { judged = {}, harmless = {} } = verdicts;
    const without = openOf(verdicts);
    this.known = new Set([...Object.keys(judged), ...Object.keys(harmless)]);
    this.onNew = new Set(typeof verdicts.new === 'string' ? without : Object.keys(verdicts.new ?? {}));
    this.without = new Set(without);
    this.inside = new Set([...this.known, ...this.onNew, ...this.without].flatMap(parentsOf));
  }

  /** The arguments that something depends on, judged or not. */
  get weighty(): readonly string[] {
    return [
      ...new Set([...Object.keys(this.verdicts.judged ?? {}), ...this.without].map((path) => path.split('.')[0] ?? '')),
    ];
  }

  get isRelation(): boolean {
    return this.verdicts.relation === true;
  }

  get created(): WholeVerdict | undefined {
    return this.verdicts.created;
  }

  get deleted(): WholeVerdict | undefined {
    return this.verdicts.deleted;
  }

  /**
   * @param path dotted, without the indices of lists
   * @param isNew of a resource that is created
   */
  verdictOf(path: string, isNew: boolean): ArgumentVerdict {
    // That one is created says it.
    if (this.isUnlisted && isNew) return 'known';
    if (this.known.has(path) || (isNew && this.onNew.has(path))) return 'known';
    if (this.without.has(path)) return 'without';
    if (this.inside.has(path)) return 'inside';
    return this.common.has(path) ? 'known' : 'without';
  }

  /** The rules that judge some of an argument, of the creation or of the deletion. */
  partly(path: string): readonly string[] {
    return [this.verdicts.partly?.[path] ?? []].flat();
  }

  better(path: string): Better | undefined {
    return this.verdicts.better?.[path];
  }

  /** Why no rule can judge an argument. */
  whyByHand(path: string): string | undefined {
    const { byHand = {} } = this.verdicts;
    return Object.hasOwn(byHand, path) ? byHand[path] : undefined;
  }

  /** Settings with worse values, by argument, unless a team has a verdict of its own. */
  get worse(): readonly (readonly [path: string, worse: Worse])[] {
    const { judged = {}, worse = {} } = this.verdicts;
    return Object.entries(worse).filter(([path, { rule }]) =>
      [judged[path] ?? this.partly(path)].flat().includes(rule),
    );
  }

  /** Whether a rule judges something in a block. */
  isJudgedIn(path: string): boolean {
    return Object.keys(this.verdicts.judged ?? {}).some((each) => each.startsWith(`${path}.`));
  }

  /** What has no verdict in a block. */
  openIn(path: string, isNew: boolean): readonly string[] {
    return [...this.without].filter((each) => each.startsWith(`${path}.`) && this.verdictOf(each, isNew) === 'without');
  }
}

/** What no rule judges, for a reason or because nobody has a verdict. */
const openOf = ({ byHand = {}, without = [] }: TypeVerdicts): readonly string[] => [...Object.keys(byHand), ...without];

/** `a.b.c` -> `a`, `a.b` */
const parentsOf = (path: string): readonly string[] =>
  path.split('.').flatMap((_, index, parts) => (index === 0 ? [] : [parts.slice(0, index).join('.')]));
