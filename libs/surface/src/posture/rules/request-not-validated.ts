import type { RestRoute, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { postureRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';
import { titleOf } from '../../access/route';

const WITH_BODY = ['POST', 'PUT', 'PATCH', 'ANY'];

export const requestNotValidated = postureRule({
  id: 'request-not-validated',
  severity: 'medium',
  title: 'Requests not validated',
  why: 'API Gateway can refuse a malformed request before any code runs; otherwise the backend receives whatever was sent.',
  remediation: 'Give the method a request validator, and a model for its body.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html',
  replaces: ['cdk-nag APIG2', 'CKV2_AWS_53'],
  find: ({ apis }) =>
    apis
      .flatMap(({ routes }) => routes)
      .flatMap((route) => {
        const unchecked = [
          ...(bodyIsUnchecked(route) ? ['its body'] : []),
          ...(parametersAreUnchecked(route) ? ['its required parameters'] : []),
        ];
        return violationsAt(route, titleOf(route), {
          when: unchecked.length > 0,
          message: `Callers can send anything as ${unchecked.join(' and ')}.`,
        });
      }),
});

/** A validator without a model has nothing to hold the body against. */
function bodyIsUnchecked({ method, integration, validator, requestModels }: RestRoute<Unknown>): boolean {
  if (isUnknown(method) || !WITH_BODY.includes(method)) return false;
  const type = integration?.type;
  if (type === undefined || type === 'MOCK' || isUnknown(type) || isUnknown(validator)) return false;
  if (validator === undefined || validator.body === false) return true;
  return validator.body === true && !isUnknown(requestModels) && Object.keys(requestModels).length === 0;
}

function parametersAreUnchecked({ requestParameters, validator }: RestRoute<Unknown>): boolean {
  if (isUnknown(requestParameters) || isUnknown(validator)) return false;
  const required = Object.values(requestParameters).includes(true);
  return required && (validator === undefined || validator.parameters === false);
}
