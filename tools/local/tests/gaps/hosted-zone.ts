import { type Aws } from './aws';

export interface RecordOfZone {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

/** Makes a hosted zone of Route 53. @returns its id */
export async function addZone(aws: Aws, name: string): Promise<string> {
  const asked = `<CreateHostedZoneRequest><Name>${name}</Name><CallerReference>${name}</CallerReference></CreateHostedZoneRequest>`;
  return idOf(await aws.route53('POST', '/2013-04-01/hostedzone', asked), name);
}

/** Fails where it still has records. */
export const removeZone = (aws: Aws, id: string): Promise<string> =>
  aws.route53('DELETE', `/2013-04-01/hostedzone/${id}`);

export function changeRecord(aws: Aws, zone: string, action: 'CREATE' | 'DELETE', record: RecordOfZone) {
  const { name, type, value } = record;
  const set = `<Name>${name}</Name><Type>${type}</Type><TTL>300</TTL><ResourceRecords><ResourceRecord><Value>${value}</Value></ResourceRecord></ResourceRecords>`;
  const change = `<Change><Action>${action}</Action><ResourceRecordSet>${set}</ResourceRecordSet></Change>`;
  const asked = `<ChangeResourceRecordSetsRequest><ChangeBatch><Changes>${change}</Changes></ChangeBatch></ChangeResourceRecordSetsRequest>`;
  return aws.route53('POST', `/2013-04-01/hostedzone/${zone}/rrset`, asked);
}

/** The records of a hosted zone; the value of one with an alias is what it points to. */
export async function recordsOf(aws: Aws, zone: string): Promise<readonly RecordOfZone[]> {
  const answer = await aws.route53('GET', `/2013-04-01/hostedzone/${zone}/rrset`);
  return [...answer.matchAll(/<ResourceRecordSet>(.*?)<\/ResourceRecordSet>/gs)].map(([, record = '']) => {
    const field = (name: string) => new RegExp(`<${name}>([^<]*)`).exec(record)?.[1] ?? '';
    return { name: field('Name'), type: field('Type'), value: field('Value') || field('DNSName') };
  });
}

function idOf(answer: string, name: string): string {
  const [, id] = /<Id>\/hostedzone\/([^<]+)/.exec(answer) ?? [];
  if (id === undefined) throw new Error(`Route 53 made no hosted zone ${name}: ${answer}`);
  return id;
}
