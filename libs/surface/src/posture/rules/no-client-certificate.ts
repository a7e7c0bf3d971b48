import { postureRule } from '../../findings/rule';
import { restStages } from '../stages';

export const noClientCertificate = postureRule({
  id: 'no-client-certificate',
  severity: 'medium',
  title: 'A backend that cannot tell the API from a stranger',
  why: 'A backend that is called over HTTP has an address of its own: without a client certificate it cannot tell API Gateway from someone who goes round the authorizer. Functions need none: IAM says who may call them.',
  remediation: 'Give the stage a client_certificate_id and let the backend ask for it.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html',
  replaces: ['CKV2_AWS_51', 'cdk-nag APIGWSSLEnabled'],
  find: ({ apis }) =>
    restStages(apis)
      .filter(
        ({ api, stage }) =>
          stage.clientCertificateId === undefined &&
          api.routes.some(
            ({ integration }) => integration?.type === 'HTTP' || integration?.type === 'HTTP_PROXY',
          ),
      )
      .map(({ stage, subject }) => ({
        at: stage,
        subject,
        message: 'Its HTTP backend cannot tell who calls.',
      })),
});
