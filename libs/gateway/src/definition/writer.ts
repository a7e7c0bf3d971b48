import { type ApiGatewayAuthorizerConfig } from '@cdktf/provider-aws/lib/api-gateway-authorizer';
import { type ApiGatewayDocumentationPartConfig } from '@cdktf/provider-aws/lib/api-gateway-documentation-part';
import { type ApiGatewayGatewayResponseConfig } from '@cdktf/provider-aws/lib/api-gateway-gateway-response';
import { type ApiGatewayModelConfig } from '@cdktf/provider-aws/lib/api-gateway-model';
import { type ApiGatewayRequestValidatorConfig } from '@cdktf/provider-aws/lib/api-gateway-request-validator';
import { type IResolveContext, type TerraformMetaArguments } from 'cdktf';
import { type Construct } from 'constructs';
import { type BoundIntegration } from '../integration/integration';
import { type DeclaredResponse } from '../request/declared-responses';
import { type RequestValidation } from '../request/validation';
import { type Auth } from '../route/auth';
import { type Guard } from '../route/guard';
import { type ParsedRoute } from '../route/route-key';

/** How the definition of a REST API is written: a resource for each part, or one OpenAPI body. */
export type DefinitionKind = 'resources' | 'openapi';

/**
 * Writes the parts of a REST API's definition, each as it is added. Every writer takes the same words, those of the
 * provider's resources, and gives back the text by which other parts refer to the one that it wrote.
 */
export interface DefinitionWriter {
  readonly kind: DefinitionKind;
  /** @returns what a method names as its authorizer */
  authorizer(owner: Construct, config: PartOf<ApiGatewayAuthorizerConfig>): string;
  /** @returns what a method names as the model of a body */
  model(owner: Construct, config: PartOf<ApiGatewayModelConfig>): string;
  /** @returns what a method names as its validator */
  validator(owner: Construct, config: PartOf<ApiGatewayRequestValidatorConfig>): string;
  /** Again for an error: in place of the first. */
  gatewayResponse(owner: Construct, config: PartOf<ApiGatewayGatewayResponseConfig>): void;
  /**
   * @param name in Terraform
   * @returns addresses that a version of the documentation waits for
   */
  documentation(owner: Construct, name: string, part: PartOf<ApiGatewayDocumentationPartConfig>): readonly string[];
  route(owner: Construct, route: WrittenRoute): void;
  /**
   * Reference to the id of the resource of a path.
   * @returns undefined for a path that is not there, and where paths are no resources
   */
  resourceId(path: string): string | undefined;
  /**
   * The part of the definition that a deployment copies and that is no resource of its own, without what no request sees.
   * @returns undefined where everything is a resource
   */
  deployed(context: IResolveContext): string | undefined;
}

/** Without the API, which the writer knows, and without how Terraform treats a resource. */
type PartOf<Config> = Omit<Config, 'restApiId' | 'id' | keyof TerraformMetaArguments>;

/** A row of the route table: a verb of a path, who may call it and what answers. */
export interface WrittenRoute {
  readonly route: ParsedRoute;
  readonly auth: Auth;
  readonly guard: Guard;
  /** Absent: `operation` has an integration of its own. */
  readonly binding?: BoundIntegration;
  readonly validation: RequestValidation;
  /** Name of the operation in documents and clients. */
  readonly operationName?: string;
  readonly apiKeyRequired?: boolean;
  /** Answers as the author declares them. */
  readonly declared?: readonly DeclaredResponse[];
  /** What tells kept answers apart; absent when none are kept. */
  readonly cacheKeys?: readonly string[];
  /** What kept answers are shared by; absent: the path. */
  readonly cacheNamespace?: string;
  /** The operation as the author's OpenAPI document has it, with the parameters that tell kept answers apart. */
  readonly operation?: (cacheKeys: readonly string[]) => Readonly<Record<string, unknown>>;
}
