import { createHash } from 'node:crypto';
import { ApiGatewayDocumentationVersion } from '@cdktf/provider-aws/lib/api-gateway-documentation-version';
import { check, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { type DefinitionWriter } from '../definition/writer';
import { parseRoute, type RouteKey } from '../route/route-key';
import { reference } from '../terraform';

/** What is said of one part; `description` is what every tool shows. */
export interface DocumentationText {
  readonly description: string;
  /** @default - none */
  readonly summary?: string;
}

/** What an API's own documentation says. */
export interface DocumentationOptions {
  /**
   * Of the API as a whole.
   * @default - nothing
   */
  readonly api?: DocumentationText;
  /**
   * Of routes.
   * @default - nothing
   */
  readonly routes?: Readonly<{ [Key in RouteKey]?: DocumentationText }>;
  /**
   * Of models, by name.
   * @default - nothing
   */
  readonly models?: Readonly<Record<string, DocumentationText>>;
  /**
   * Name of this version, which the stage shows. What is said under a version stays: for other words take another name.
   * @default - made from the words, so that other words are another version
   */
  readonly version?: string;
}

type Location = Record<'type', string> & Partial<Record<'method' | 'name' | 'path', string>>;

/**
 * Documentation of an API, apart from its definition: a change of it deploys nothing.
 *
 * @throws ConstructError for no words at all, and for routes that are none.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-documenting-api.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_documentation_part
 */
export class Documentation extends Construct {
  /** Reference to the version that the stage shows. */
  readonly version: string;

  constructor(scope: Construct, id: string, api: ApiContext, writer: DefinitionWriter, options: DocumentationOptions) {
    super(scope, id);
    const parts = partsOf(scope, options);
    check(scope, parts.length > 0, {
      prop: 'addDocumentation',
      expected: 'words on the API, on a route or on a model',
      found: undefined,
      fix: "Say something: { api: { description: 'Reports of the shop' } }",
    });
    const addresses = parts.flatMap(([name, location, text]) =>
      writer.documentation(this, name, { location, properties: JSON.stringify(text) }),
    );
    const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8);
    const version = new ApiGatewayDocumentationVersion(this, 'version', {
      restApiId: api.restApiId,
      version: options.version ?? digest,
      description: '',
      // The stage shows the old one until it shows the new one.
      lifecycle: { createBeforeDestroy: true },
    });
    if (addresses.length > 0) version.dependsOn = addresses;
    nameInTerraform(version, api.terraformName);
    this.version = reference(version, 'version');
  }
}

function partsOf(
  scope: Construct,
  { api, models = {}, routes = {} }: DocumentationOptions,
): [string, Location, DocumentationText][] {
  const ofRoutes = Object.entries<DocumentationText>(routes as Record<string, DocumentationText>).map(
    ([key, text]): [string, Location, DocumentationText] => {
      const { name, path, verb } = parseRoute(scope, key as RouteKey);
      return [name, { type: 'METHOD', method: verb === 'ANY' ? '*' : verb, path }, text];
    },
  );
  const ofModels = Object.entries(models).map(([name, text]): [string, Location, DocumentationText] => [
    `model_${snakeCase(name)}`,
    { type: 'MODEL', name },
    text,
  ]);
  return [
    ...(api ? [['api', { type: 'API' }, api] as [string, Location, DocumentationText]] : []),
    ...ofRoutes,
    ...ofModels,
  ];
}
