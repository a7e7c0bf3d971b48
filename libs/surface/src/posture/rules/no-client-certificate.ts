import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const noClientCertificate = postureRule({
  id: 'no-client-certificate',
  severity: 'medium',
  title: 'Backend without client certificate',
  why: 'A backend that is called over HTTP has an address of its own: without a client certificate it cannot distinguish API Gateway from a caller who bypasses the authorizer. Functions need none: IAM decides who may invoke them.',
  remediation: 'Give the stage a client_certificate_id and let the backend require it.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html',
  replaces: ['CKV2_AWS_51', 'cdk-nag APIGWSSLEnabled'],
  find: ({ apis }) =>
    violations(
      'stage',
      apis
        .filter(({ routes }) =>
          routes.some(({ integration }) => integration?.type === 'HTTP' || integration?.type === 'HTTP_PROXY'),
        )
        .flatMap(({ stages }) => stages.filter(({ clientCertificateId }) => clientCertificateId === undefined)),
      'Anyone who reaches its HTTP backend can call it without the authorizer.',
    ),
});
