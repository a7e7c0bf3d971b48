import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';
import { nameOf } from '../../model/located';

export const basePathInvalid = refusalRule({
  id: 'base-path-invalid',
  severity: 'high',
  title: 'Base path with characters that are refused',
  why: "A base path has letters, digits and $-_.+!*'() in one or more parts with a slash between them, not before or after.",
  remediation: 'Remove the other characters, and the slash at the beginning or end.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html',
  find: ({ apiDomains }) =>
    apiDomains.flatMap(({ name, mappings }) =>
      mappings.flatMap((mapping) => {
        const { basePath } = mapping;
        return violationsAt(mapping, `domain ${nameOf({ name, address: mapping.address })}`, {
          when: typeof basePath === 'string' && !/^[\w$.+!*'()-]+(\/[\w$.+!*'()-]+)*$/.test(basePath),
          message: `API Gateway refuses the base path ${String(basePath)}.`,
          after: String(basePath),
        });
      }),
    ),
});
