import { type Complaint } from '../problem';
import { type JsonPath } from '../read/json';
import { type EnvironmentFile } from '../schema/environment';
import { type Check, clientsOf, type Unverified } from './check';

/** AWS refuses or silently drops a value that is listed twice, and then every plan shows a change. */
export const duplicates: Check = (environment) => [
  ...repeatedSuppressions(environment.acknowledge),
  ...repeated(['api', 'cors', 'allowOrigins'], environment.api?.cors?.allowOrigins),
  ...repeated(
    ['api', 'cors', 'allowHeaders'],
    environment.api?.cors?.allowHeaders?.map((header) => header?.toLowerCase()),
  ),
  ...repeated(['api', 'waf', 'managedRules'], environment.api?.waf?.managedRules),
  ...clientsOf(environment).flatMap(({ client, path }) => [
    ...repeated([...path, 'callbackUrls'], client.callbackUrls),
    ...repeated([...path, 'logoutUrls'], client.logoutUrls),
  ]),
];

const repeatedSuppressions = (entries: Unverified<EnvironmentFile>['acknowledge'] = []): Complaint[] =>
  entries.flatMap((entry, index) => {
    const isSame = (other: typeof entry) => other?.rule === entry?.rule && other?.address === entry?.address;
    if (entry?.rule === undefined || entries.findIndex(isSame) === index) return [];
    return [
      {
        path: ['acknowledge', index, 'rule'],
        expected: 'each rule once, or once for each address',
        fix: 'Remove one of the two suppressions.',
      },
    ];
  });

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
