import type { Located, SynthesizedStack } from '@gatehouse/surface';

export interface Origin {
  readonly constructPath?: string;
  readonly source?: string;
  readonly publicReason?: string;
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
  of({ stack, address }: Located): Pick<Origin, 'constructPath' | 'source'> {
    if (this.isEmpty) return NOWHERE;
    const { constructPath, source } = this.find(stack, address) ?? {};
    return {
      ...(constructPath === undefined ? {} : { constructPath }),
      ...(source === undefined ? {} : { source }),
    };
  }

  publicReasonOf({ stack, address }: Located): string | undefined {
    return this.find(stack, address)?.publicReason;
  }

  private find(stack: string | undefined, address: string): Origin | undefined {
    const resource = address.replace(/#.*$/, '').replace(/\[.*\]$/, '');
    return this.byPlace.get(`${stack ?? ''}\n${resource}`);
  }

  private add(place: string, comment: unknown): void {
    const { metadata, source, public: reason } = entriesOf(comment);
    const path = entriesOf(metadata)['path'];
    const origin = {
      ...(typeof path === 'string' ? { constructPath: path } : {}),
      ...(typeof source === 'string' ? { source } : {}),
      ...(typeof reason === 'string' ? { publicReason: reason } : {}),
    };
    if (Object.keys(origin).length > 0) this.byPlace.set(place, origin);
  }
}

const NOWHERE = {};

const entriesOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

const entries = (value: unknown): [string, unknown][] => Object.entries(entriesOf(value));
