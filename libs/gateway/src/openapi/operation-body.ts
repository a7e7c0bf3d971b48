import { openApiExtensions } from '@gatehouse/checks';
import { type WrittenRoute } from '../definition/writer';
import { type Auth } from '../route/auth';
import { literal } from '../terraform';
import { literals } from './body';
import { type Members } from './document';
import { integrationExtension } from './extensions';
import { declaredParameter } from './parameters';
import { signatureScheme } from './schemes';

const integrationKey = 'x-amazon-apigateway-integration';

/** A route as an operation: what the author's document says of it, or what its options say, and what guards and answers it. */
export function operationBody(written: WrittenRoute): Members {
  const { auth, binding, cacheKeys = [], operation } = written;
  const extended = binding && integrationExtension(binding, cacheKeys);
  const said = operation === undefined ? ofOptions(written) : (literals(operation(cacheKeys)) as Members);
  return {
    ...said,
    ...reasonOf(auth),
    responses: withAnswers((said['responses'] ?? {}) as Members, extended?.responses),
    security: securityOf(written),
    [integrationKey]: extended?.integration ?? {
      ...(said[integrationKey] as Members),
      ...(cacheKeys.length > 0 && { cacheKeyParameters: cacheKeys }),
    },
  };
}

/** Under the names that the review knows, whatever those of the author's document are. */
function reasonOf(auth: Auth): Members {
  const { iam, public: open } = openApiExtensions();
  if (auth.kind === 'public') return { [open]: literal(auth.reason) };
  return auth.kind === 'iam' ? { [iam]: literal(auth.callers) } : {};
}

function securityOf({ guard }: WrittenRoute): Members[] {
  if (guard.authorizerId !== undefined) return [{ [guard.authorizerId]: guard.authorizationScopes ?? [] }];
  return guard.authorization === 'AWS_IAM' ? [{ [signatureScheme]: [] }] : [];
}

function ofOptions({ binding, cacheKeys = [], route, validation }: WrittenRoute): Members {
  const names = {
    ...Object.fromEntries(route.parameters.map((name) => [`method.request.path.${name}`, true])),
    ...Object.fromEntries(cacheKeys.map((key) => [key, key.startsWith('method.request.path.')])),
    ...binding?.requestParameters,
    ...validation.requestParameters,
  };
  const parameters = Object.entries(names).map(([name, required]) => declaredParameter(name, required));
  const { requestModels, requestValidatorId } = validation;
  return {
    ...(parameters.length > 0 && { parameters }),
    ...(requestModels && { requestBody: { required: true, content: contentOf(requestModels) } }),
    ...(requestValidatorId !== undefined && { 'x-amazon-apigateway-request-validator': requestValidatorId }),
    responses: { default: { description: 'What the integration answers' } },
  };
}

/** `$default`, the model for every content type, is no media type of OpenAPI. */
function contentOf(requestModels: Readonly<Record<string, string>>): Members {
  return Object.fromEntries(
    Object.entries(requestModels).map(([type, model]) => [
      type === '$default' ? 'application/json' : type,
      { schema: { $ref: `#/components/schemas/${model}` } },
    ]),
  );
}

/** What is said of answers, with the headers that API Gateway adds to some. */
function withAnswers(responses: Members, added: Members = {}): Members {
  const whole = Object.entries(added).map(([status, answer]) => [
    status,
    {
      ...(answer as Members),
      ...(responses[status] as Members | undefined),
      headers: (answer as Members)['headers'],
    },
  ]);
  return { ...responses, ...Object.fromEntries(whole) };
}
