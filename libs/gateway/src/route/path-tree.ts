import { ApiGatewayResource } from '@cdktf/provider-aws/lib/api-gateway-resource';
import { check, nameInTerraform } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { reference } from '../terraform';
import { isVariable, nameOfPath, type ParsedRoute } from './route-key';

/** A path of the API, with or without routes of its own. */
interface PathNode {
  /** Reference to the id of the API Gateway resource. */
  readonly resourceId: () => string;
  readonly children: Map<string, PathNode>;
  /** The resource, where it is made here. */
  readonly resource?: ApiGatewayResource;
  /** The one child that is a `{parameter}`, and what brought it: a route, or a path that is there. */
  variable?: { readonly part: string; readonly key: string };
}

/** The paths of an API as a tree, as API Gateway wants them: one resource for each part. */
export class PathTree extends Construct {
  private readonly root: PathNode;
  /** Resources made here, by path. */
  private readonly made = new Map<string, ApiGatewayResource>();

  constructor(
    scope: Construct,
    id: string,
    private readonly api: ApiContext,
  ) {
    super(scope, id);
    this.root = { resourceId: () => api.rootResourceId, children: new Map() };
    for (const { path, resourceId } of api.existingPaths ?? []) this.addExisting(path, resourceId);
    if (api.restApi === undefined) this.node.addValidation({ validate: () => this.madeTwice() });
  }

  /**
   * The resource of the route's path, made where it is missing.
   *
   * @throws ConstructError when two routes have different parameters at one place of their path.
   */
  resourceId(route: ParsedRoute): string {
    let node = this.root;
    for (const [index, part] of route.parts.entries()) {
      node = node.children.get(part) ?? this.addChild(node, route, index, part);
    }
    return node.resourceId();
  }

  /** The id of a path's resource, for other stacks too; absent where the API has no such path. */
  idOf(path: string): string | undefined {
    const parts = path === '/' ? [] : path.slice(1).split('/');
    const node = parts.reduce<PathNode | undefined>((at, part) => at?.children.get(part), this.root);
    if (node === this.root && this.api.restApi !== undefined) return this.api.restApi.rootResourceId;
    return node?.resource?.id ?? node?.resourceId();
  }

  private addChild(parent: PathNode, route: ParsedRoute, index: number, part: string): PathNode {
    if (isVariable(part)) this.claimVariable(parent, route.key, part);
    const parts = route.parts.slice(0, index + 1);
    const resource = new ApiGatewayResource(this, parts.join(' '), {
      restApiId: this.api.restApiId,
      parentId: parent.resourceId(),
      pathPart: part,
    });
    // A Terraform name begins with no digit.
    nameInTerraform(resource, this.api.partName(nameOfPath(parts)).replace(/^(?=\d)/, '_'));
    const resourceId = reference(resource, 'id');
    const child = { resourceId: () => resourceId, resource, children: new Map<string, PathNode>() };
    parent.children.set(part, child);
    this.made.set(`/${parts.join('/')}`, resource);
    return child;
  }

  /** Paths above are there already: they come first. */
  private addExisting(path: string, resourceId: () => string): void {
    const parts = path.slice(1).split('/');
    const part = parts.pop() ?? '';
    const parent = parts.reduce<PathNode | undefined>((at, each) => at?.children.get(each), this.root) ?? this.root;
    if (isVariable(part)) this.claimVariable(parent, `resources["${path}"]`, part);
    parent.children.set(part, { resourceId, children: new Map() });
  }

  /** API Gateway: "A sibling of this resource already has a variable path part -- only one is allowed". */
  private claimVariable(parent: PathNode, key: string, part: string): void {
    check(this, parent.variable === undefined, {
      prop: key,
      expected: `${parent.variable?.part}, as in ${parent.variable?.key}`,
      found: part,
      fix: 'Paths that share their beginning also share the name of the parameter after it',
    });
    parent.variable = { part, key };
  }

  /** API Gateway: "Another resource with the same parent already has this name". */
  private madeTwice(): string[] {
    const { path: own } = this.node;
    const others = this.node.root.node
      .findAll()
      .filter((other) => other instanceof PathTree && other !== this && other.api.publicId === this.api.publicId)
      // Of two that make one path, one says so.
      .filter((other) => (other as PathTree).api.restApi !== undefined || other.node.path < own);
    return (others as PathTree[]).flatMap((other) =>
      [...this.made.keys()]
        .filter((path) => other.made.has(path))
        .map(
          (path) =>
            `resources: expected ${path} made once, found it here and in ${other.node.path}. ` +
            `Give one of the two the other's: resources: { '${path}': other.resourceId('${path}') }.`,
        ),
    );
  }
}
