import { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import { checkText, nameInTerraform, plainText, snakeCase } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { checkedRestCors, type Cors, type CorsOptions } from './cors/cors';
import { type RestApiSettings, writtenSettings } from './settings/rest-api-settings';
import { reference } from './terraform';

/** What an API, REST or HTTP, is called. */
export interface ApiNames {
  /** Name of the API in AWS. */
  readonly apiName: string;
  /** Reference to the API's id that other stacks can use too. */
  readonly publicId: string;
  /** Reference to the ARN that permissions to call functions begin with. */
  readonly executionArn: string;
  /** Name of the API in Terraform: its construct's id in snake case. */
  readonly terraformName: string;
  /** Name in Terraform of a part of the API, unlike that of any other API in the stack. */
  partName(name: string): string;
}

/** What every part of one REST API shares. */
export interface ApiContext extends ApiNames {
  /** Reference to the API's name, so that what uses it waits for the API. */
  readonly apiNameReference: string;
  /** Reference to the API's id, within its stack. */
  readonly restApiId: string;
  /** Reference to the id of the resource of `/`. */
  readonly rootResourceId: string;
  /** Paths that an API made elsewhere has, those above others first. */
  readonly existingPaths?: readonly ExistingPath[];
  /** The API itself; absent when it is made elsewhere. */
  readonly restApi?: ApiGatewayRestApi;
  /** Of an API that is made here, as its author gave them. */
  readonly settings?: RestApiSettings;
  /** Absent: browsers of other origins may not call the API. */
  readonly cors?: Cors;
}

export interface ExistingPath {
  readonly path: string;
  /** Reference to the id of its resource. */
  readonly resourceId: () => string;
}

interface ApiProps extends RestApiSettings {
  readonly name: string;
  readonly description?: string;
  readonly cors?: CorsOptions;
}

/** @throws ConstructError for a name that no log group can have, and for CORS options that browsers refuse. */
export function createApi(scope: Construct, id: string, props: ApiProps): ApiContext {
  const { cors, description, name, tags } = props;
  checkApiName(scope, name);
  const restApi = new ApiGatewayRestApi(scope, 'Resource', {
    name,
    description: description && plainText(description),
    ...writtenSettings(scope, props),
    tags: tags && { ...tags },
  });
  nameInTerraform(restApi, snakeCase(id));
  return {
    ...namesInTerraform(id),
    restApi,
    apiName: name,
    apiNameReference: reference(restApi, 'name'),
    restApiId: reference(restApi, 'id'),
    publicId: restApi.id,
    rootResourceId: reference(restApi, 'root_resource_id'),
    executionArn: reference(restApi, 'execution_arn'),
    cors: cors && checkedRestCors(scope, cors),
    settings: props,
  };
}

/** @throws ConstructError for a name that no log group can have. */
export function checkApiName(scope: Construct, name: string): void {
  checkText(scope, name, {
    prop: 'name',
    pattern: /^[\w.\-/#]{1,256}$/,
    expected: '1 to 256 letters, digits and . - _ / #',
    fix: 'It is part of the name of the log group, which may hold no others',
  });
}

/**
 * The API with the id `api` has the plain names, such as `get_me`; parts of any other API begin with its name and two
 * underscores, which no other name has: `orders__get_me`.
 */
export function namesInTerraform(id: string): Pick<ApiNames, 'terraformName' | 'partName'> {
  const terraformName = snakeCase(id);
  const prefix = terraformName === 'api' ? '' : `${terraformName}__`;
  return { terraformName, partName: (name) => prefix + name };
}
