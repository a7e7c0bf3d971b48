import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';

export const defaultEndpointEnabled = differenceRule({
  id: 'default-endpoint-enabled',
  severity: 'high',
  title: 'Default endpoint enabled',
  why: 'The default endpoint bypasses the custom domain, and with it mutual TLS and any proxy in front of it.',
  remediation: 'Set disable_execute_api_endpoint to true again.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
  sameFactAs: ['open-default-endpoint'],
  find: ({ apis }) =>
    changed('API', apis, (before, after, name) => ({
      when: before.api.defaultEndpointDisabled === true && after.api.defaultEndpointDisabled === false,
      message: `${after.anyone} can call ${name}, bypassing its custom domain.`,
      before: 'disabled',
      after: 'enabled',
    })),
});
