import type { List, Unknown } from '../model';
import { isUnknown } from '../model/value';
import type { Values } from '../terraform/values';
import { withKnownNames, type Operation, type Scheme, type Specification } from './specification';

export interface Security {
  readonly apiKey: boolean;
  /** Whether the request is signed. */
  readonly iam: boolean | Unknown;
  readonly authorizer?: Scheme;
  readonly scopes: List<string, Unknown>;
}

/**
 * What guards an operation. Only its own `security` counts: "API Gateway doesn't use root level security defined in the
 * OpenAPI specification" (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html).
 */
export function securityOf({ values }: Operation, specification: Specification): Security | Unknown {
  const requirements = values.blocks('security');
  if (isUnknown(requirements)) return requirements;
  const unclear = requirements
    .map(withKnownNames)
    .map((requirement) => unclearIn(requirement, specification))
    .find(Boolean);
  if (unclear) return unclear;
  const named = requirements.flatMap((requirement) =>
    requirement.names().map((name) => ({
      scheme: specification.schemes.find((scheme) => scheme.name === name),
      scopes: requirement.texts(name),
    })),
  );
  const guard = named.find(({ scheme }) => scheme?.authorizer);
  const signed = [
    isSigned(values.blockOrEmpty('x-amazon-apigateway-auth').text('type')),
    ...named.map(({ scheme }) => isSigned(scheme?.values.text('x-amazon-apigateway-authtype'))),
  ];
  return {
    apiKey: named.some(({ scheme }) => scheme !== undefined && isApiKey(scheme)),
    iam: signed.includes(true) || (signed.find(isUnknown) ?? false),
    ...(guard?.scheme ? { authorizer: guard.scheme } : {}),
    scopes: guard?.scopes ?? [],
  };
}

/** What it may ask for that is not known. */
function unclearIn(requirement: Values, { schemes, unknownSchemes }: Specification): Unknown | undefined {
  const names = requirement.names();
  const undeclared = names.some((name) => !schemes.some((scheme) => scheme.name === name));
  const merged = names.map((name) => requirement.raw(name)).find((scopes) => isUnknown(scopes) && scopes.written);
  return requirement.isUnknown() ?? (isUnknown(merged) ? merged : undeclared ? unknownSchemes : undefined);
}

const isApiKey = ({ values, authorizer }: Scheme): boolean =>
  !authorizer && values.text('type') === 'apiKey' && String(values.text('name')).toLowerCase() === 'x-api-key';

const isSigned = (type: string | Unknown | undefined): boolean | Unknown =>
  isUnknown(type) ? type : type !== undefined && ['AWSSIGV4', 'AWS_IAM'].includes(type.toUpperCase());
