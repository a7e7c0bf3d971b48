import { postureRule } from '../../findings/rule';
import type { HttpApi, RestApi, Unknown } from '../../model';
import { text } from '../../access/text';

export const unreadableBody = postureRule({
  id: 'unreadable-body',
  severity: 'critical',
  title: 'OpenAPI body that cannot be read',
  why: 'The routes of an API and their guards are in its OpenAPI body. Where only Terraform can tell what the body is, an open route in it is not seen. Evaluated for environments only, whose code is known.',
  remediation: 'Write the document where it can be read: as JSON or jsonencode(…) with expressions for values alone.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html',
  find: ({ apis, httpApis }, tier) =>
    tier === undefined
      ? []
      : [...apis, ...httpApis].filter(isUnreadable).map((api) => ({
          at: api,
          subject: `API ${text(api.name)}`,
          message: 'No route of its OpenAPI body can be read, so their guards are not checked.',
        })),
});

const isUnreadable = ({ complete, managed }: HttpApi<Unknown> | RestApi<Unknown>): boolean => managed && !complete;
