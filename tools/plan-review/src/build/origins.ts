import type { Located, SynthesizedStack } from '@gatehouse/surface';

interface Origin {
  /** Only what is known. */
  readonly where: { readonly constructPath?: string; readonly source?: string };
  readonly said: Said;
}

/** What the author of a route says of it. */
interface Said {
  /** Why anyone may call it. */
  readonly publicReason?: string;
  /** Who signs the requests of an IAM route. */
  readonly iamCallers?: string;
  /** Whom the Lambda authorizer of a route lets in. */
  readonly customCallers?: string;
}

/** Where resources come from in the code; plans do not tell, synthesized JSON does. */
export class Origins {
  private readonly byPlace = new Map<string, Origin>();

  /** @param stacks the content of `cdk.tf.json` by stack name */
  constructor(stacks: Readonly<Record<string, SynthesizedStack>>) {
    for (const [stack, content] of Object.entries(stacks)) {
      for (const [type, resources] of entries(entriesOf(content)['resource'])) {
        for (const [name, resource] of entries(resources))
          this.add(`${stack}\n${type}.${name}`, entriesOf(resource)['//']);
      }
    }
  }

  /** Nothing was synthesized here. */
  get isEmpty(): boolean {
    return this.byPlace.size === 0;
  }

  /** For what is at that address, whichever instance of it. */
  of(place: Located): Origin['where'] {
    return this.find(place)?.where ?? {};
  }

  saidOf(place: Located): Said {
    return this.find(place)?.said ?? {};
  }

  private find({ stack, address }: Located): Origin | undefined {
    if (this.isEmpty) return undefined;
    const resource = address.replace(/#.*$/, '').replace(/\[.*\]$/, '');
    return this.byPlace.get(`${stack ?? ''}\n${resource}`);
  }

  private add(place: string, comment: unknown): void {
    const { custom: customCallers, iam: iamCallers, metadata, source, public: publicReason } = entriesOf(comment);
    const { path } = entriesOf(metadata);
    const where = {
      ...(typeof path === 'string' && { constructPath: path }),
      ...(typeof source === 'string' && { source }),
    };
    const said = {
      ...(typeof publicReason === 'string' && { publicReason }),
      ...(typeof iamCallers === 'string' && { iamCallers }),
      ...(typeof customCallers === 'string' && { customCallers }),
    };
    this.byPlace.set(place, { where, said });
  }
}

const entriesOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

const entries = (value: unknown): [string, unknown][] => Object.entries(entriesOf(value));
