import { ApiGatewayResource } from '@cdktf/provider-aws/lib/api-gateway-resource';
import { check, nameInTerraform } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { reference } from '../terraform';
import { isVariable, nameOfPath, type ParsedRoute } from './route-key';

/** A path of the API, with or without routes of its own. */
interface PathNode {
  /** Reference to the id of the API Gateway resource. */
  readonly resourceId: string;
  readonly children: Map<string, PathNode>;
  /** The one child that is a `{parameter}`, and the route that brought it. */
  variable?: { readonly part: string; readonly key: string };
}

/** The paths of an API as a tree, as API Gateway wants them: one resource for each part. */
export class PathTree extends Construct {
  private readonly root: PathNode;

  constructor(
    scope: Construct,
    id: string,
    private readonly api: ApiContext,
  ) {
    super(scope, id);
    this.root = { resourceId: api.rootResourceId, children: new Map() };
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
    return node.resourceId;
  }

  private addChild(parent: PathNode, route: ParsedRoute, index: number, part: string): PathNode {
    if (isVariable(part)) this.claimVariable(parent, route, part);
    const parts = route.parts.slice(0, index + 1);
    const resource = new ApiGatewayResource(this, parts.join(' '), {
      restApiId: this.api.restApiId,
      parentId: parent.resourceId,
      pathPart: part,
    });
    // A Terraform name begins with no digit.
    nameInTerraform(resource, this.api.partName(nameOfPath(parts)).replace(/^(?=\d)/, '_'));
    const child = { resourceId: reference(resource, 'id'), children: new Map<string, PathNode>() };
    parent.children.set(part, child);
    return child;
  }

  /** API Gateway: "A sibling of this resource already has a variable path part -- only one is allowed". */
  private claimVariable(parent: PathNode, route: ParsedRoute, part: string): void {
    check(this, parent.variable === undefined, {
      prop: route.key,
      expected: `${parent.variable?.part}, as in ${parent.variable?.key}`,
      found: part,
      fix: 'Paths that share their beginning also share the name of the parameter after it',
    });
    parent.variable = { part, key: route.key };
  }
}
