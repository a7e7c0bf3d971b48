import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const tracingOff = postureRule({
  id: 'tracing-off',
  severity: 'expected',
  title: 'Tracing off',
  why: 'Traces show where a slow or failing request spent its time. That helps operation and guards nothing, so it is only kept in view.',
  remediation: 'Set xray_tracing_enabled to true.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html',
  replaces: ['CKV_AWS_73', 'cdk-nag APIGWXrayEnabled'],
  find: ({ apis }) =>
    violations(
      'stage',
      apis.flatMap(({ stages }) => stages.filter(({ tracing }) => tracing === false)),
      'Requests are not traced.',
    ),
});
