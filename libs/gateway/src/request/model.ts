import { check, checkText } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type DefinitionWriter } from '../definition/writer';
import { checkSchema, type JsonSchema } from './json-schema';

/**
 * The form of a request body.
 *
 * @throws ConstructError for a name that API Gateway refuses or has given already, and for a schema later than draft 4.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_model
 */
export class Model extends Construct {
  /** What methods name it by. */
  readonly modelName: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly writer: DefinitionWriter,
    schema: JsonSchema,
  ) {
    super(scope, id);
    checkText(this, id, {
      prop: 'name',
      pattern: /^[A-Za-z][A-Za-z0-9]*$/,
      expected: 'letters and digits, beginning with a letter',
      fix: 'API Gateway refuses other names of models',
    });
    check(this, writer.kind === 'openapi' || !madeByAws.includes(id), {
      prop: 'name',
      expected: `another name than ${madeByAws.join(' and ')}, which every API has a model of`,
      found: id,
      fix: 'AWS makes both with the API and refuses a second one: choose another name',
    });
    checkSchema(this, 'schema', schema);
    this.modelName = writer.model(this, {
      name: id,
      contentType: 'application/json',
      schema: JSON.stringify({ $schema: 'http://json-schema.org/draft-04/schema#', ...schema }),
    });
  }

  /** Whether it is of the API that is written so. */
  isOf(writer: DefinitionWriter): boolean {
    return this.writer === writer;
  }
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html */
const madeByAws = ['Empty', 'Error'];
