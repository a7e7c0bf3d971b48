import { differenceRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';
import type { ApiDomain, DomainMapping, Unknown } from '../../model';
import { nameOf, placeOf } from '../../model/located';
import { isUnknown } from '../../model/value';

export const domainWithoutMutualTls = differenceRule({
  id: 'domain-without-mutual-tls',
  severity: 'high',
  title: 'API reached by a domain without mutual TLS',
  why: 'A client certificate is asked for by a domain, not by the API: every other domain that leads to the same API bypasses it.',
  remediation: 'Ask for client certificates at this domain too, or map it to another API.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html',
  find: ({ apiDomains, before }) => {
    const was = new Set(before.apiDomains.flatMap(mappedOf));
    const withTls = new Map(
      apiDomains.flatMap(({ after }) =>
        after?.mutualTls === true ? mappedOf(after).map((key) => [apiOf(key), after] as const) : [],
      ),
    );
    return apiDomains.flatMap(({ before: old, after }) => {
      // That it no longer asks for one is another rule's.
      if (after?.mutualTls !== false || old?.mutualTls === true) return [];
      const added = mappedOf(after).find((key) => !was.has(key) && withTls.has(apiOf(key)));
      const other = added === undefined ? undefined : withTls.get(apiOf(added));
      const name = nameOf(after);
      return violationsAt(after, `domain ${name}`, {
        when: other !== undefined,
        message: `Callers of ${name} reach the API that ${other ? nameOf(other) : ''} asks for a client certificate, without one.`,
        before: 'client certificate',
        after: 'none',
      });
    });
  },
});

/** A domain and an API that it leads to, as one text. */
const mappedOf = (domain: ApiDomain<Unknown>): readonly string[] =>
  domain.mappings.flatMap((mapping) => {
    const api = keyOf(mapping);
    return api === undefined ? [] : [`${placeOf(domain)}\n${api}`];
  });

const apiOf = (key: string): string => key.slice(key.indexOf('\n') + 1);

const keyOf = ({ api, apiId, ...mapping }: DomainMapping<Unknown>): string | undefined =>
  api === undefined ? (isUnknown(apiId) ? undefined : apiId) : placeOf({ ...mapping, address: api });
