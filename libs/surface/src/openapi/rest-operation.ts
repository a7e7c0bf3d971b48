import { openApiExtensions } from '@gatehouse/checks';
import type { RestRoute, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Values } from '../terraform/values';
import { authOf } from './auth';
import { basePathOf } from './base-path';
import { readIntegration } from './integration';
import { securityOf } from './security';
import type { Operation, Specification } from './specification';

const IN: Readonly<Record<string, string>> = { path: 'path', query: 'querystring', header: 'header' };
const VALIDATOR = 'x-amazon-apigateway-request-validator';

export function readOperation(
  operation: Operation,
  specification: Specification,
  catalog: Catalog,
): RestRoute<Unknown> {
  const { address, verb, values } = operation;
  const path = `${basePathOf(specification)}${operation.path}`;
  const security = securityOf(operation, specification);
  const parameters = parametersOf(operation, specification);
  const { custom, iam, public: open } = openApiExtensions();
  return {
    ...specification.api.located,
    address,
    method: verb,
    path: path === '' ? '/' : path,
    resourceId: operation.path,
    auth: authOf(operation, specification, 'cognito'),
    ...optional('publicReason', sentence(values, open)),
    ...optional('iamCallers', sentence(values, iam)),
    ...optional('customCallers', sentence(values, custom)),
    ...optional('operationName', values.text('operationId')),
    apiKeyRequired: isUnknown(security) ? security : security.apiKey,
    requestParameters: Object.fromEntries(
      parameters.flatMap((parameter) => {
        const place = IN[String(parameter.text('in'))];
        const name = parameter.text('name');
        return place && typeof name === 'string'
          ? [[`method.request.${place}.${name}`, parameter.flag('required', false)]]
          : [];
      }),
    ),
    requestModels: requestModels(values, parameters, specification),
    ...optional('validator', readValidator(values, specification)),
    ...optional('integration', readIntegration(values, specification, catalog)),
    responses: readResponses(values, specification),
  };
}

function sentence(values: Values, extension: string): string | undefined {
  const text = values.text(extension);
  return typeof text === 'string' ? text : undefined;
}

function parametersOf({ values, pathItem }: Operation, specification: Specification): readonly Values[] {
  return [pathItem, values].flatMap((owner) => {
    const parameters = owner.blocks('parameters');
    return isUnknown(parameters) ? [] : parameters.map((parameter) => specification.resolve(parameter));
  });
}

/** `$default` stands for every content type that is not named: what it says once more of one says nothing. */
function withoutRepeated(models: Readonly<Record<string, string>>): RestRoute<Unknown>['requestModels'] {
  const { $default } = models;
  return Object.fromEntries(
    Object.entries(models).filter(([type, model]) => type === '$default' || model !== $default),
  );
}

function requestModels(
  values: Values,
  parameters: readonly Values[],
  { root }: Specification,
): RestRoute<Unknown>['requestModels'] {
  const version3 = byType(values.blockOrEmpty('requestBody').blockOrEmpty('content'));
  const body = parameters.find((parameter) => parameter.text('in') === 'body');
  const consumes = values.has('consumes') ? values.texts('consumes') : root.texts('consumes');
  const types = isUnknown(consumes) || consumes.length === 0 ? ['application/json'] : consumes;
  const version2 = body ? types.map((type) => [String(type), body] as const) : [];
  return withoutRepeated(modelsOf([...version3, ...version2]));
}

type ByType = readonly (readonly [contentType: string, owner: Values])[];

const byType = (content: Values): ByType => content.names().map((type) => [type, content.blockOrEmpty(type)]);

/** By the last part of the schema's `$ref`; a schema that is written in place has no name to go by. */
function modelsOf(owners: ByType): Record<string, string> {
  return Object.fromEntries(
    owners.flatMap(([type, owner]) => {
      const reference = owner.blockOrEmpty('schema').text('$ref');
      return typeof reference === 'string' ? [[type, reference.slice(reference.lastIndexOf('/') + 1)]] : [];
    }),
  );
}

function readValidator(values: Values, { root }: Specification): RestRoute<Unknown>['validator'] {
  const name = values.text(VALIDATOR) ?? root.text(VALIDATOR);
  if (name === undefined || isUnknown(name)) return name;
  const validator = root.blockOrEmpty(`${VALIDATOR}s`).block(name);
  return validator
    ? {
        body: validator.flag('validateRequestBody', false),
        parameters: validator.flag('validateRequestParameters', false),
      }
    : unknown();
}

function readResponses(values: Values, specification: Specification): RestRoute<Unknown>['responses'] {
  const responses = values.blockOrEmpty('responses');
  // A method's response has a status; `default` is for people who read the document.
  const statuses = responses.names().filter((name) => /^\d{3}$/.test(name));
  return statuses.map((statusCode) => {
    const response = specification.resolve(responses.blockOrEmpty(statusCode));
    const headers = response.blockOrEmpty('headers');
    return {
      statusCode,
      models: modelsOf(byType(response.blockOrEmpty('content'))),
      responseParameters: Object.fromEntries(headers.names().map((name) => [`method.response.header.${name}`, false])),
    };
  });
}
