import { postureRule } from '../../findings/rule';
import { restStages } from '../stages';

export const tracingOff = postureRule({
  id: 'tracing-off',
  severity: 'expected',
  title: 'Tracing off',
  why: 'Traces show where a slow or failing request spent its time. That helps operation and guards nothing, so it is only kept in view.',
  remediation: 'Set xray_tracing_enabled to true.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html',
  replaces: ['CKV_AWS_73', 'cdk-nag APIGWXrayEnabled'],
  find: ({ apis }) =>
    restStages(apis)
      .filter(({ stage }) => stage.tracing === false)
      .map(({ stage, subject }) => ({ at: stage, subject, message: 'Requests are not traced.' })),
});
