import type { Located, Unknown } from '../model';
import { locatedOf } from '../model/located';
import { unknown } from '../model/value';
import { Values } from './values';

/** One resource or data source instance, whichever file it was read from. */
export class Resource extends Values implements Located {
  readonly type: string;
  readonly address: string;
  readonly stack?: string;
  readonly constructPath?: string;
  readonly source?: string;
  /** What the author of a public route gave as the reason. */
  readonly publicReason?: string;
  /** From configuration and not from a plan or state, so that what is not there was left out by its author. */
  readonly written?: true;
  /** Of its provider, as far as the configuration says. */
  readonly region?: string;
  /** Who, by the author of a route, signs its requests with AWS credentials. */
  readonly iamCallers?: string;
  /** Whom, by the author of a route, a Lambda authorizer lets in. */
  readonly customCallers?: string;
  readonly mode: 'managed' | 'data';
  /** Tells apart the files of one reading: addresses repeat between stacks. */
  readonly scope: number;

  constructor(private readonly origin: ResourceOrigin) {
    super(
      origin.values,
      origin.stack === undefined ? origin.address : `${origin.stack}: ${origin.address}`,
      origin.lenient,
    );
    this.type = origin.type;
    this.address = origin.address;
    this.mode = origin.mode;
    this.scope = origin.scope;
    this.stack = origin.stack;
    this.constructPath = origin.constructPath;
    this.source = origin.source;
    this.publicReason = origin.publicReason;
    this.iamCallers = origin.iamCallers;
    this.customCallers = origin.customCallers;
    this.region = origin.region;
    this.written = origin.written;
  }

  /** The same with other values of some arguments. */
  with(values: Readonly<Record<string, unknown>>): Resource {
    return new Resource({ ...this.origin, values: { ...(this.origin.values as object), ...values } });
  }

  /** Another resource, of the same stack. */
  as(other: Pick<ResourceOrigin, 'address' | 'type' | 'values'>): Resource {
    return new Resource({ ...this.origin, ...other });
  }

  /** An attribute the provider computes; where nothing says what it is, it is unknown and named after itself. */
  computed(attribute: string): string | Unknown {
    return this.text(attribute) ?? unknown([`${this.address}.${attribute}`]);
  }

  /**
   * What every part of the surface says about where it comes from. Readers spread it last: V8 makes a literal that
   * begins with a spread property by property, which took a fifth of the time of a large review.
   */
  get located(): Located {
    return locatedOf(this);
  }
}

export interface ResourceOrigin extends Located {
  readonly type: string;
  readonly mode: 'managed' | 'data';
  readonly scope: number;
  readonly publicReason?: string;
  readonly iamCallers?: string;
  readonly customCallers?: string;
  readonly region?: string;
  readonly written?: true;
  /** What cannot be read of it hides only itself. @default false */
  readonly lenient?: true;
  /** An object by argument, or unknown as a whole. */
  readonly values: unknown;
}
