import { groupBy } from '../../group-by';
import { nameOf } from '../../model/located';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

export const basePathMappedTwice = refusalRule({
  id: 'base-path-mapped-twice',
  severity: 'high',
  title: 'Base path mapped twice under one domain',
  why: 'A base path of a domain leads to one stage of one API.',
  remediation: 'Give one of the two another base path, or remove it.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html',
  find: ({ apiDomains }) =>
    apiDomains.flatMap(({ name, address, mappings }) => {
      const known = mappings.filter(({ basePath }) => !isUnknown(basePath));
      // Of the whole domain, the provider keeps an empty text or (none).
      const same = groupBy(known, ({ basePath }) => (basePath === '(none)' ? '' : String(basePath ?? '')));
      const domain = nameOf({ name, address });
      return [...same].flatMap(([path, [first, ...others]]) =>
        others.flatMap((mapping) =>
          violationsAt(mapping, `domain ${domain}`, {
            message: `API Gateway refuses a second mapping of ${path ? `the base path ${path}` : 'the whole domain'}; ${String(first?.address)} is the first.`,
            after: path || '/',
          }),
        ),
      );
    }),
});
