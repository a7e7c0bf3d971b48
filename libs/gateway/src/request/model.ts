import { ApiGatewayModel } from '@cdktf/provider-aws/lib/api-gateway-model';
import { checkText, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { literal, reference } from '../terraform';
import { checkSchema, type JsonSchema } from './json-schema';

/**
 * The form of a request body.
 *
 * @throws ConstructError for a name that API Gateway refuses and for a schema later than draft 4.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_model
 */
export class Model extends Construct {
  /** Reference to the model's name. */
  readonly modelName: string;

  constructor(scope: Construct, id: string, api: ApiContext, schema: JsonSchema) {
    super(scope, id);
    checkText(this, id, {
      prop: 'name',
      pattern: /^[A-Za-z][A-Za-z0-9]*$/,
      expected: 'letters and digits, beginning with a letter',
      fix: 'API Gateway refuses other names of models',
    });
    checkSchema(this, 'schema', schema);
    const model = new ApiGatewayModel(this, 'Resource', {
      restApiId: api.restApiId,
      name: id,
      contentType: 'application/json',
      schema: literal(JSON.stringify({ $schema: 'http://json-schema.org/draft-04/schema#', ...schema })),
    });
    nameInTerraform(model, api.partName(snakeCase(id)));
    this.modelName = reference(model, 'name');
  }
}
