import { isEmpty } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const jwtAuthorizerIncomplete = refusalRule({
  id: 'jwt-authorizer-incomplete',
  severity: 'high',
  title: 'JWT authorizer that lacks a part',
  why: 'A JWT authorizer compares the issuer and the audience of a token, and fetches the issuer’s keys over https.',
  remediation: 'Set issuer to an https URL, such as that of the user pool, and audience to the ids of its app clients.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html',
  find: ({ httpApis }) =>
    httpApis.flatMap(({ authorizers }) =>
      violations('authorizer', authorizers, ({ type, issuer, audience, identitySources }) =>
        type !== 'JWT'
          ? undefined
          : [
              { when: issuer === undefined, message: 'API Gateway refuses a JWT authorizer without an issuer.' },
              {
                when: typeof issuer === 'string' && !issuer.startsWith('https://'),
                message: `API Gateway refuses the issuer ${String(issuer)}; it must be an https URL.`,
                after: String(issuer),
              },
              { when: isEmpty(audience), message: 'API Gateway refuses a JWT authorizer without an audience.' },
              {
                when: isEmpty(identitySources),
                message: 'API Gateway refuses a JWT authorizer that does not say where the token is.',
              },
            ],
      ),
    ),
});
