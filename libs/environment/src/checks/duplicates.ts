import { type Complaint } from '../problem';
import { type JsonPath } from '../read/json';
import { type Check, clientsOf } from './check';

/** AWS refuses or silently drops a value that is listed twice, and then every plan shows a change. */
export const duplicates: Check = (environment) => [
  ...repeated(['api', 'cors', 'allowOrigins'], environment.api?.cors?.allowOrigins),
  ...repeated(
    ['api', 'cors', 'allowHeaders'],
    environment.api?.cors?.allowHeaders?.map((header) => header?.toLowerCase()),
  ),
  ...repeated(['api', 'waf', 'managedRules'], environment.api?.waf?.managedRules),
  ...clientsOf(environment).flatMap(({ client, path }) => [
    ...repeated([...path, 'scopes'], client.scopes),
    ...repeated([...path, 'callbackUrls'], client.callbackUrls),
    ...repeated([...path, 'logoutUrls'], client.logoutUrls),
  ]),
];

function repeated(path: JsonPath, list: (string | undefined)[] = []): Complaint[] {
  return list.flatMap((value, index) => {
    const first = list.indexOf(value);
    if (value === undefined || first === index) return [];
    return [
      {
        path: [...path, index],
        expected: 'each value once',
        found: `${JSON.stringify(value)}, which is also [${first}]`,
        fix: 'Remove one of the two.',
      },
    ];
  });
}
