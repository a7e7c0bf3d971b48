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
    if (entry?.rule === undefined || entries.findIndex((other) => isSame(other, entry)) === index) return [];
    return [
      {
        path: ['acknowledge', index, 'rule'],
        expected: 'each rule once, or once for each address and what it accepts there',
        fix: 'Remove one of the two suppressions.',
      },
    ];
  });

type Entry = NonNullable<Unverified<EnvironmentFile>['acknowledge']>[number];

const isSame = (one: Entry, other: Entry): boolean =>
  one?.rule === other?.rule && one?.address === other?.address && one?.of?.join() === other?.of?.join();

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
