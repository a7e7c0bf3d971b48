import { type Complaint } from '../problem';
import { type JsonPath } from '../read/json';

/** Complains about an ARN of another region than the environment's, which AWS would refuse in the middle of an apply. */
export function inRegion(path: JsonPath, arn: string | undefined, region: string | undefined): Complaint[] {
  const own = arn?.split(':')[3];
  if (own === undefined || region === undefined || own === region) return [];
  const expected = `something in ${region}, the region of the environment`;
  return [{ path, reads: [['region']], expected, fix: `Name the one in ${region}.` }];
}
