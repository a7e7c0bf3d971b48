import { DataAwsApiGatewayResource } from '@cdktf/provider-aws/lib/data-aws-api-gateway-resource';
import { formats } from '@gatehouse/checks';
import { check, checkText } from '@gatehouse/construct-kit';
import { AnnotationMetadataEntryType, Token } from 'cdktf';
import { Construct } from 'constructs';
import { type ApiContext, type ExistingPath, checkApiName, namesInTerraform } from '../api-context';
import { checkedRestCors } from '../cors/cors';
import { nameOfPath } from '../route/route-key';
import { awsId, checkApiId, executionArnOf } from './address';
import { type ExistingRestApiProps } from './existing-rest-api';

/**
 * An API that is made elsewhere, as the parts of ours see one.
 *
 * @throws ConstructError for ids that API Gateway does not make, and unless its author says who deploys it.
 */
export function existingApi(scope: Construct, id: string, props: ExistingRestApiProps): ApiContext {
  const { cors, restApiId } = props;
  checkProps(scope, props);
  scope.node.addMetadata(AnnotationMetadataEntryType.WARN, warningOf(props));
  const apiName = props.deployedBy === 'thisStack' ? props.name : restApiId;
  const lookUps = new LookUps(scope, 'resources', id, restApiId);
  return {
    ...namesInTerraform(id),
    apiName,
    apiNameReference: apiName,
    restApiId,
    publicId: restApiId,
    get rootResourceId() {
      return props.rootResourceId ?? lookUps.idOf('/');
    },
    get executionArn() {
      return executionArnOf(scope, restApiId);
    },
    existingPaths: existingPaths(props, lookUps),
    cors: cors && checkedRestCors(scope, cors),
  };
}

/** Paths with an id, and those above them, which must be there as well. */
function existingPaths({ resources = {} }: ExistingRestApiProps, lookUps: LookUps): ExistingPath[] {
  const paths = new Map<string, string | true>();
  for (const [path, known] of Object.entries(resources)) {
    const parts = path.slice(1).split('/');
    for (const end of parts.keys()) paths.set(`/${parts.slice(0, end + 1).join('/')}`, true);
    paths.set(path, known);
  }
  for (const [path, known] of Object.entries(resources)) paths.set(path, known);
  return [...paths]
    .sort(([a], [b]) => a.length - b.length)
    .map(([path, known]) => ({ path, resourceId: () => (known === true ? lookUps.idOf(path) : known) }));
}

/** Terraform finds the ids of paths; each is looked up once, and only when a route needs it. */
class LookUps extends Construct {
  private readonly ids = new Map<string, string>();

  constructor(
    scope: Construct,
    id: string,
    private readonly apiId: string,
    private readonly restApiId: string,
  ) {
    super(scope, id);
  }

  idOf(path: string): string {
    const known = this.ids.get(path) ?? this.lookUp(path);
    this.ids.set(path, known);
    return known;
  }

  private lookUp(path: string): string {
    const parts = path === '/' ? [] : path.slice(1).split('/');
    const found = new DataAwsApiGatewayResource(this, parts.join(' ') || 'root', { restApiId: this.restApiId, path });
    found.overrideLogicalId(namesInTerraform(this.apiId).partName(nameOfPath(parts)));
    return found.id;
  }
}

function warningOf({ restApiId, ...props }: ExistingRestApiProps): string {
  // The id of an API of another stack is known to Terraform alone.
  const api = Token.isUnresolved(restApiId) ? 'the API' : `the API ${restApiId}`;
  return props.deployedBy === 'thisStack'
    ? `A deployment here publishes every pending edit of ${api} to the stage ${props.stage.name}, those of others too.`
    : `Routes added here answer after the next deployment of ${api}, which its owner makes.`;
}

function checkProps(scope: Construct, props: ExistingRestApiProps): void {
  check(scope, props.deployedBy === 'thisStack' || props.deployedBy === 'owner', {
    prop: 'deployedBy',
    expected: '"thisStack" with a stage, or "owner" with the stageName',
    found: (props as { deployedBy?: unknown }).deployedBy,
    fix: 'Say who deploys the API: a deployment here publishes pending edits of others, one of the owner those made here',
  });
  checkApiId(scope, 'restApiId', props.restApiId, 'apigateway get-rest-apis');
  if (props.deployedBy === 'thisStack') checkApiName(scope, props.name);
  else
    checkText(scope, props.stageName, {
      prop: 'stageName',
      fix: 'Name the stage that the owner deploys to',
      ...formats.stageName,
    });
  const resources: Record<string, string | true> = { '/': props.rootResourceId ?? true, ...props.resources };
  for (const [path, resourceId] of Object.entries(resources)) {
    const prop = path === '/' ? 'rootResourceId' : `resources["${path}"]`;
    const isPath = path === '/' || /^(\/([\w.:$-]+|\{[\w.$-]+\+?\}))+$/.test(path);
    const expected = 'a path such as /pets or /pets/{id}';
    check(scope, isPath, { prop: 'resources', expected, found: path, fix: 'Write it as the route does' });
    if (resourceId === true) continue;
    const find = `Find it with \`aws apigateway get-resources --rest-api-id ${props.restApiId}\`, or write true`;
    checkText(scope, resourceId, { prop, fix: find, ...awsId });
  }
}
