import { nameOf } from '../known';
import { postureRule } from '../../findings/rule';

export const openDefaultEndpoint = postureRule({
  id: 'open-default-endpoint',
  severity: 'high',
  title: 'A way past the custom domain',
  why: 'The execute-api address keeps answering beside a custom domain: whatever the domain asks for (a client certificate, a TLS version, what stands in front of it), callers can go round it.',
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
              ? `Callers without a client certificate go round ${nameOf(domain)} by the default endpoint.`
              : `It answers at its default endpoint beside ${nameOf(domain)}.`,
          },
        ];
      }),
});
