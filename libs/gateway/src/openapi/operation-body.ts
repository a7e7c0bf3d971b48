import { openApiExtensions } from '@gatehouse/checks';
import { plainText } from '@gatehouse/construct-kit';
import { type WrittenRoute } from '../definition/writer';
import { type DeclaredResponse } from '../request/declared-responses';
import { type Auth } from '../route/auth';
import { literals } from './body';
import { type Members } from './document';
import { declaredHeaders, integrationExtension } from './extensions';
import { declaredParameter } from './parameters';
import { apiKeyScheme, signatureScheme } from './schemes';

const integrationKey = 'x-amazon-apigateway-integration';

/** A route as an operation: what the author's document says of it, or what its options say, and what guards and answers it. */
export function operationBody(written: WrittenRoute): Members {
  const { auth, binding, cacheKeys = [], declared = [], operation } = written;
  const extended = binding && integrationExtension(binding, written);
  const said = operation === undefined ? ofOptions(written) : (literals(operation(cacheKeys)) as Members);
  return {
    ...said,
    ...reasonOf(auth),
    responses: someAnswer(
      withAnswers({ ...(said['responses'] as Members), ...declaredIn(declared) }, extended?.responses),
    ),
    security: securityOf(written),
    [integrationKey]: extended?.integration ?? {
      ...(said[integrationKey] as Members),
      ...(cacheKeys.length > 0 && { cacheKeyParameters: cacheKeys }),
    },
  };
}

/** Under the names that the review knows, whatever those of the author's document are. */
function reasonOf(auth: Auth): Members {
  const { custom, iam, public: open } = openApiExtensions();
  if (auth.kind === 'public') return { [open]: plainText(auth.reason) };
  if (auth.kind === 'custom') return { [custom]: plainText(auth.callers) };
  return auth.kind === 'iam' ? { [iam]: plainText(auth.callers) } : {};
}

/** One requirement, in which everything is asked for. */
function securityOf({ apiKeyRequired, guard }: WrittenRoute): Members[] {
  const requirement = {
    ...(guard.authorizerId !== undefined && { [guard.authorizerId]: guard.authorizationScopes ?? [] }),
    ...(guard.authorization === 'AWS_IAM' && { [signatureScheme]: [] }),
    ...(apiKeyRequired === true && { [apiKeyScheme]: [] }),
  };
  return Object.keys(requirement).length === 0 ? [] : [requirement];
}

function ofOptions({ binding, cacheKeys = [], operationName, route, validation }: WrittenRoute): Members {
  const names = {
    ...Object.fromEntries(route.parameters.map((name) => [`method.request.path.${name}`, true])),
    ...Object.fromEntries(cacheKeys.map((key) => [key, key.startsWith('method.request.path.')])),
    ...binding?.requestParameters,
    ...validation.requestParameters,
  };
  const parameters = Object.entries(names).map(([name, required]) => declaredParameter(name, required));
  const { requestModels, requestValidatorId } = validation;
  return {
    ...(operationName !== undefined && { operationId: operationName }),
    ...(parameters.length > 0 && { parameters }),
    ...(requestModels && { requestBody: { required: true, content: contentOf(requestModels) } }),
    ...(requestValidatorId !== undefined && { 'x-amazon-apigateway-request-validator': requestValidatorId }),
  };
}

/**
 * `$default` is API Gateway's word for any content type that is not named. AWS does not document that an import takes it, so JSON is named
 * as well: see docs/gateway/requests.md.
 */
function contentOf({ $default, ...named }: Readonly<Record<string, string>>): Members {
  const all = {
    ...($default !== undefined && Object.keys(named).length === 0 && { 'application/json': $default }),
    ...named,
  };
  return schemasOf({ ...all, ...($default !== undefined && { $default }) });
}

const schemasOf = (models: Readonly<Record<string, string>>): Members =>
  Object.fromEntries(
    Object.entries(models).map(([type, model]) => [type, { schema: { $ref: `#/components/schemas/${model}` } }]),
  );

function declaredIn(declared: readonly DeclaredResponse[]): Members {
  return Object.fromEntries(
    declared.map(({ description, headerNames, models, statusCode }) => [
      statusCode,
      {
        description: description === undefined ? statusCode : plainText(description),
        ...(headerNames.length > 0 && { headers: declaredHeaders(headerNames) }),
        ...(Object.keys(models).length > 0 && { content: schemasOf(models) }),
      },
    ]),
  );
}

/** OpenAPI wants an operation to say something. */
const someAnswer = (responses: Members): Members =>
  Object.keys(responses).length > 0 ? responses : { default: { description: 'What the integration answers' } };

/** What is said of answers, with the headers that API Gateway adds to some. */
function withAnswers(responses: Members, added: Members = {}): Members {
  const whole = Object.entries(added).map(([status, answer]) => [
    status,
    mergedAnswer(answer as Members, responses[status] as Members | undefined),
  ]);
  return { ...responses, ...Object.fromEntries(whole) };
}

/** What the author says of an answer counts; headers add up. */
function mergedAnswer(answer: Members, own: Members = {}): Members {
  const headers = { ...(own['headers'] as Members | undefined), ...(answer['headers'] as Members | undefined) };
  return { ...answer, ...own, ...(Object.keys(headers).length > 0 && { headers }) };
}
