import { nameOf } from '../known';
import { postureRule } from '../../findings/rule';

export const openDefaultEndpoint = postureRule({
  id: 'open-default-endpoint',
  severity: 'high',
  title: 'Default endpoint bypasses the domain',
  why: 'The execute-api endpoint keeps serving beside a custom domain, so callers can bypass what the domain requires: a client certificate, a TLS version, a proxy in front of it.',
  remediation: 'Set disable_execute_api_endpoint to true.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
  find: ({ apis, httpApis, apiDomains }) =>
    [...apis, ...httpApis]
      .filter(({ defaultEndpointDisabled }) => defaultEndpointDisabled === false)
      .flatMap((api) => {
        const domains = apiDomains.filter(({ mappings }) =>
          mappings.some((each) => each.api === api.address),
        );
        const [domain] = domains;
        if (!domain) return [];
        const certificate = domains.some(({ mutualTls }) => mutualTls === true);
        return [
          {
            at: api,
            subject: `API ${nameOf(api)}`,
            severity: certificate ? ('high' as const) : ('medium' as const),
            message: certificate
              ? `Callers without a client certificate can bypass ${nameOf(domain)} through the default endpoint.`
              : `Callers can bypass ${nameOf(domain)} through the default endpoint.`,
          },
        ];
      }),
});
