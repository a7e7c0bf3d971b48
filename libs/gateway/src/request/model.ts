import { checkText } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type DefinitionWriter } from '../definition/writer';
import { checkSchema, type JsonSchema } from './json-schema';

/**
 * The form of a request body.
 *
 * @throws ConstructError for a name that API Gateway refuses and for a schema later than draft 4.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_model
 */
export class Model extends Construct {
  /** What methods name it by. */
  readonly modelName: string;

  constructor(scope: Construct, id: string, writer: DefinitionWriter, schema: JsonSchema) {
    super(scope, id);
    checkText(this, id, {
      prop: 'name',
      pattern: /^[A-Za-z][A-Za-z0-9]*$/,
      expected: 'letters and digits, beginning with a letter',
      fix: 'API Gateway refuses other names of models',
    });
    checkSchema(this, 'schema', schema);
    this.modelName = writer.model(this, {
      name: id,
      contentType: 'application/json',
      schema: JSON.stringify({ $schema: 'http://json-schema.org/draft-04/schema#', ...schema }),
    });
  }
}
