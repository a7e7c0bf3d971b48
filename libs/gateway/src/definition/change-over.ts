import { App, TerraformElement, TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { addressOf } from '../terraform';
import { ResourcesWriter } from './resources-writer';
import { type DefinitionWriter } from './writer';

/**
 * Has Terraform forget the resources that an API was written as, while the body is imported: to delete them would take methods
 * from that body. The stage goes on with the deployment that it has, and the body is deployed once this writer is gone. Not in one
 * deployment: Terraform 1.11 finds a cycle between what it forgets and a deployment that is made before the old one goes.
 *
 * @see https://developer.hashicorp.com/terraform/language/state/remove
 */
export class ChangeOver implements DefinitionWriter {
  readonly kind = 'openapi';
  /** Never synthesized: only the addresses count. */
  private readonly before = new TerraformStack(new App(), 'before');
  private readonly resources: DefinitionWriter;
  private parts = 0;

  constructor(
    scope: Construct,
    api: ApiContext,
    private readonly body: DefinitionWriter,
  ) {
    this.resources = new ResourcesWriter(new Construct(this.before, 'definition'), api);
    new Forgotten(scope, 'forgotten', () => this.addresses());
    for (const resource of scope.node.findAll().filter(TerraformResource.isTerraformResource)) {
      if (resource.terraformResourceType !== 'aws_api_gateway_deployment') continue;
      resource.addOverride('lifecycle.ignore_changes', ['triggers']);
    }
  }

  authorizer(...[owner, config]: Parameters<DefinitionWriter['authorizer']>): string {
    this.resources.authorizer(this.part(), config);
    return this.body.authorizer(owner, config);
  }

  model(...[owner, config]: Parameters<DefinitionWriter['model']>): string {
    this.resources.model(this.part(), config);
    return this.body.model(owner, config);
  }

  validator(...[owner, config]: Parameters<DefinitionWriter['validator']>): string {
    this.resources.validator(this.part(), config);
    return this.body.validator(owner, config);
  }

  gatewayResponse(...[owner, config]: Parameters<DefinitionWriter['gatewayResponse']>): void {
    this.resources.gatewayResponse(this.part(), config);
    this.body.gatewayResponse(owner, config);
  }

  documentation(...[owner, name, part]: Parameters<DefinitionWriter['documentation']>): readonly string[] {
    this.resources.documentation(this.part(), name, part);
    return this.body.documentation(owner, name, part);
  }

  route(...[owner, route]: Parameters<DefinitionWriter['route']>): void {
    this.resources.route(this.part(), route);
    this.body.route(owner, route);
  }

  resourceId(path: string): string | undefined {
    return this.body.resourceId(path);
  }

  deployed(...[context]: Parameters<DefinitionWriter['deployed']>): string | undefined {
    return this.body.deployed(context);
  }

  private part(): Construct {
    return new Construct(this.before, `part ${(this.parts += 1)}`);
  }

  private addresses(): string[] {
    return this.before.node.findAll().filter(TerraformResource.isTerraformResource).map(addressOf).sort();
  }
}

/** One `removed` block for each address. */
class Forgotten extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly addresses: () => string[],
  ) {
    super(scope, id);
  }

  override toTerraform(): object {
    return { removed: this.addresses().map((from) => ({ from, lifecycle: { destroy: false } })) };
  }
}
