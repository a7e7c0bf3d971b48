import { isUnknown } from '../model/value';
import type { ModuleCode } from './module-code';
import { describeKind, isObject, UnreadableError } from '../terraform/unreadable';

/** One block of a synthesized stack, as written. */
export interface Block {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly mode: 'managed' | 'data';
  readonly body: Readonly<Record<string, unknown>>;
}

/** A Terraform JSON file by its parts (https://developer.hashicorp.com/terraform/language/syntax/json). */
export class StackConfig {
  readonly blocks: readonly Block[];
  private readonly byAddress: ReadonlyMap<string, Block>;
  private readonly children = new Map<string, StackConfig>();

  constructor(
    private readonly content: Readonly<Record<string, unknown>>,
    readonly stack: string,
    private readonly where: string,
    readonly code: Omit<ModuleCode, 'content'> = {},
  ) {
    const sections = ['resource', 'data', 'module', 'output', 'locals', 'variable', 'terraform', 'provider', '//'];
    if ('format_version' in content || !sections.some((section) => section in content)) {
      throw new UnreadableError(
        where,
        'synthesized Terraform JSON (cdk.tf.json)',
        describeKind(content),
        'format_version' in content ? 'This is a state or a plan.' : 'It has no resource, data, output or terraform.',
      );
    }
    this.blocks = [...labelled(content, 'resource', where), ...labelled(content, 'data', where)];
    this.byAddress = new Map(this.blocks.map((block) => [block.address, block]));
  }

  block(address: string): Block | undefined {
    return this.byAddress.get(address);
  }

  local(name: string): unknown {
    return this.sections('locals').find((section) => name in section)?.[name];
  }

  output(name: string): unknown {
    return this.named('output', name)?.['value'];
  }

  /** The block of a module's call. */
  call(name: string): Readonly<Record<string, unknown>> | undefined {
    return this.named('module', name);
  }

  /** What is passed for it is in no output. */
  isSensitive(variable: string): boolean {
    return this.named('variable', variable)?.['sensitive'] === true;
  }

  /** The value of a variable of a root module, or what it is when none is given. */
  variable(name: string): unknown {
    const { variables = {} } = this.code;
    return Object.hasOwn(variables, name) ? variables[name] : this.named('variable', name)?.['default'];
  }

  /** A module that this one calls, if its code was read. */
  child(name: string): StackConfig | undefined {
    const { modules = {} } = this.code;
    const code = Object.hasOwn(modules, name) ? modules[name] : undefined;
    const known = this.children.get(name);
    if (known || !code) return known;
    const child = new StackConfig(
      { terraform: {}, ...code.content },
      this.stack,
      `${this.where}: module.${name}`,
      code,
    );
    this.children.set(name, child);
    return child;
  }

  get modules(): readonly string[] {
    return this.sections('module').flatMap((section) => Object.keys(section));
  }

  /** The region that a provider is configured with: the default one, or `aws.<alias>`. */
  region(provider: unknown): string | undefined {
    const alias = typeof provider === 'string' ? provider.replace(/^\$\{|\}$/g, '').split('.')[1] : undefined;
    const configured = this.sections('provider').flatMap(({ aws }) => asList(aws).filter(isObject));
    const region = configured.find((each) => each['alias'] === alias)?.['region'];
    return typeof region === 'string' && !region.includes('${') ? region : undefined;
  }

  /** Where the stack keeps its state: `[type, settings]`. */
  get backend(): readonly [string, Readonly<Record<string, unknown>>] | undefined {
    const backends = this.sections('terraform').flatMap(({ backend }) => asList(backend));
    const [type, settings] = Object.entries(backends.find(isObject) ?? {})[0] ?? [];
    const [config] = asList(settings);
    return type !== undefined && isObject(config) ? [type, config] : undefined;
  }

  private named(section: string, name: string): Readonly<Record<string, unknown>> | undefined {
    const found = this.sections(section).find((each) => Object.hasOwn(each, name))?.[name];
    return asList(found).find(isObject);
  }

  private sections(name: string): readonly Record<string, unknown>[] {
    return asList(this.content[name]).filter(isObject);
  }
}

function* labelled(
  content: Readonly<Record<string, unknown>>,
  section: 'resource' | 'data',
  where: string,
): Generator<Block> {
  for (const types of asList(content[section])) {
    for (const [type, names] of entries(types, `${where}: ${section}`)) {
      if (type === '//') continue;
      for (const named of asList(names)) {
        for (const [name, bodies] of entries(named, `${where}: ${section}.${type}`)) {
          if (name === '//') continue;
          const [body] = asList(bodies);
          const address = `${section === 'data' ? 'data.' : ''}${type}.${name}`;
          if (!isObject(body)) throw new UnreadableError(`${where}: ${address}`, 'a block', describeKind(body));
          yield { address, type, name, mode: section === 'data' ? 'data' : 'managed', body };
        }
      }
    }
  }
}

function entries(value: unknown, where: string): [string, unknown][] {
  if (!isObject(value)) throw new UnreadableError(where, 'blocks by name', describeKind(value));
  return Object.entries(value);
}

/** Terraform's JSON syntax lets a single block stand without the list around it. */
export function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null || isUnknown(value)) return [];
  return Array.isArray(value) ? value : [value];
}
