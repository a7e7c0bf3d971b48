import { violations } from '../../findings/violations';
import { postureRule } from '../../findings/rule';

export const accessLogOff = postureRule({
  id: 'access-log-off',
  severity: 'high',
  title: 'Access logging off',
  why: 'Access logs are the only record of who called what and when: without them an attack leaves no trace.',
  remediation: 'Give the stage access_log_settings with a log group or a delivery stream.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  isHardening: true,
  replaces: ['cdk-nag APIG1', 'CKV_AWS_76', 'CKV_AWS_95'],
  find: ({ apis, httpApis }) =>
    violations(
      'stage',
      [...apis, ...httpApis].flatMap((api) => [...api.stages]).filter(({ accessLog }) => accessLog === undefined),
      'Callers leave no record of what they called.',
    ),
});
