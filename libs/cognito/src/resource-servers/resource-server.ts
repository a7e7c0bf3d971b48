import { CognitoResourceServer } from '@cdktf/provider-aws/lib/cognito-resource-server';
import { didYouMean, formats } from '@gatehouse/checks';
import {
  check,
  checkText,
  ConstructError,
  type IScope,
  type IUserPool,
  nameInTerraform,
  plainText,
  snakeCase,
} from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { registerServer } from './known-servers';

/**
 * An API and the scopes that clients may be given.
 * @example users.addResourceServer('reports', { identifier: 'reports', scopes: { read: 'Read reports' } })
 */
export interface ResourceServerOptions<Name extends string = string> {
  /** What scopes begin with, 1 to 256 characters: `reports`, or the URL of the API. */
  readonly identifier: string;
  /** Scope to its description for people, such as `{ read: 'Read reports' }`. */
  readonly scopes: Readonly<Record<Name, string>>;
  /**
   * Name shown in AWS, 1 to 256 letters, digits, spaces and _ + = , . @ -
   * @default - the construct's id, in snake case
   */
  readonly name?: string;
}

/**
 * The options of a resource server, and its pool.
 * @example new ResourceServer(stack, 'reports', { userPool: users, identifier: 'reports', scopes: { read: 'Read reports' } })
 */
export interface ResourceServerProps<Name extends string = string> extends ResourceServerOptions<Name> {
  readonly userPool: IUserPool;
}

/**
 * One scope of a resource server.
 * @example oauth: { grant: 'clientCredentials', scopes: [reports.scope('read')] }
 */
export interface ResourceServerScope extends IScope {
  readonly userPool: IUserPool;
  /** The same scope as a reference, after which Terraform makes the resource server before what uses it. */
  readonly reference: string;
}

/**
 * A resource server that is made elsewhere, with the scopes that are named.
 * @example ResourceServer.fromIdentifier(users, 'reports', ['read']).scope('read')
 */
export interface ImportedResourceServer<Name extends string> {
  readonly identifier: string;
  /** Every scope that is named, as tokens carry it. */
  readonly scopeNames: readonly string[];
  /** A scope for clients and routes. Another name does not compile. */
  scope(name: Name): ResourceServerScope;
}

/**
 * An API that the pool issues access tokens for, and the scopes that it understands: `Name` is any of their names.
 *
 * @throws ConstructError for an identifier, scope or description that Cognito refuses, and for an identifier used twice.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_resource_server
 * @example users.addResourceServer('reports', { identifier: 'reports', scopes: { read: 'Read reports' } }).scope('read')
 */
export class ResourceServer<Name extends string = string> extends Construct {
  readonly identifier: string;

  private readonly scopes: ReadonlyMap<string, ResourceServerScope>;

  /**
   * A resource server that is made elsewhere. Nobody here checks that it has the scopes.
   *
   * @example
   * const reports = ResourceServer.fromIdentifier(users, 'reports', ['read', 'write']);
   */
  static fromIdentifier<Name extends string>(
    userPool: IUserPool,
    identifier: string,
    scopes: readonly Name[],
  ): ImportedResourceServer<Name> {
    const scope = (name: Name) => ({
      scopeName: `${identifier}/${name}`,
      reference: `${identifier}/${name}`,
      userPool,
    });
    return { identifier, scope, scopeNames: scopes.map((name) => scope(name).scopeName) };
  }

  constructor(scope: Construct, id: string, props: ResourceServerProps<Name>) {
    super(scope, id);
    this.identifier = props.identifier;
    checkText(this, props.identifier, {
      prop: 'identifier',
      fix: 'Use a word such as reports, or the URL of the API',
      ...formats.resourceServerIdentifier,
    });
    if (props.name !== undefined) {
      checkText(this, props.name, {
        prop: 'name',
        pattern: /^[\w\s+=,.@-]{1,256}$/,
        expected: '1 to 256 letters, digits, spaces and _ + = , . @ -',
        fix: 'Leave out the other characters: only the console shows it, and scopes begin with the identifier',
      });
    }
    checkScopes(this, props.scopes);
    registerServer(props.userPool, this);

    const scopes = Object.entries<string>(props.scopes);
    const server = new CognitoResourceServer(this, 'Resource', {
      userPoolId: props.userPool.userPoolId,
      identifier: props.identifier,
      // Unlike the identifier it must not hold the characters of a URL.
      name: props.name ?? snakeCase(id),
      scope: scopes.map(([scopeName, description]) => ({ scopeName, scopeDescription: plainText(description) })),
    });
    nameInTerraform(server, snakeCase(id));

    this.scopes = new Map(
      scopes.map(([name]) => [
        name,
        {
          scopeName: `${props.identifier}/${name}`,
          reference: `${server.identifier}/${name}`,
          userPool: props.userPool,
        },
      ]),
    );
  }

  /** Every scope as tokens carry it. */
  get scopeNames(): string[] {
    return [...this.scopes.values()].map(({ scopeName }) => scopeName);
  }

  /**
   * A scope for clients and routes. Another name does not compile.
   *
   * @throws ConstructError when the server has no such scope, listing those it has.
   */
  scope(name: Name): ResourceServerScope {
    const scope = this.scopes.get(name);
    if (scope !== undefined) return scope;
    const known = [...this.scopes.keys()];
    throw new ConstructError(this, {
      prop: 'scope',
      expected: `one of ${known.join(', ')}`,
      found: name,
      fix:
        didYouMean(name, known) ??
        `Add it to the scopes of resource server ${this.identifier}, or correct the spelling`,
    });
  }
}

function checkScopes(construct: Construct, scopes: Readonly<Record<string, string>>): void {
  const names = Object.keys(scopes);
  check(construct, names.length > 0 && names.length <= 100, {
    prop: 'scopes',
    expected: '1 to 100 scopes',
    found: names.length,
    fix: 'A resource server is there for its scopes; Cognito stores at most 100',
  });
  for (const [name, description] of Object.entries(scopes)) {
    checkText(construct, name, {
      prop: 'scopes',
      fix: 'Write the name without the identifier: read, not reports/read',
      ...formats.scopeName,
    });
    checkText(construct, description, {
      prop: `scopes.${name}`,
      fix: 'Say in a few words what the scope allows',
      ...formats.scopeDescription,
    });
  }
}
