import { nameOf } from '../../model/located';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const openDefaultEndpoint = postureRule({
  id: 'open-default-endpoint',
  severity: 'high',
  title: 'Default endpoint bypasses the domain',
  why: 'The execute-api endpoint keeps serving beside a custom domain, so callers can bypass what the domain requires: a client certificate, a TLS version, a proxy in front of it.',
  remediation: 'Set disable_execute_api_endpoint to true.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
  find: ({ apis, httpApis, apiDomains }) =>
    violations(
      'API',
      [...apis, ...httpApis].filter(({ defaultEndpointDisabled }) => defaultEndpointDisabled === false),
      ({ address }) => {
        const domains = apiDomains.filter(({ mappings }) => mappings.some(({ api }) => api === address));
        const [domain] = domains;
        if (!domain) return undefined;
        const certificate = domains.some(({ mutualTls }) => mutualTls === true);
        return {
          severity: certificate ? 'high' : 'medium',
          message: `Callers ${certificate ? 'without a client certificate ' : ''}can bypass ${nameOf(domain)} through the default endpoint.`,
        };
      },
    ),
});
