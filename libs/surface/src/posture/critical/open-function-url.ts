import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';
import { byFunction } from '../functions';

export const openFunctionUrl = postureRule({
  id: 'open-function-url',
  severity: 'critical',
  title: 'Public function URL',
  why: 'A function URL bypasses the API: no authorizer, no throttle, no web ACL. With auth NONE anyone on the internet can invoke the function.',
  remediation: 'Remove the URL and let the API invoke the function, or set authorization_type to AWS_IAM.',
  page: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  replaces: ['CKV_AWS_258'],
  find: ({ functionUrls }) =>
    violations(
      'function',
      byFunction(functionUrls).filter(({ auth }) => auth === 'NONE'),
      'Anyone on the internet can invoke it, bypassing the API.',
    ),
});
