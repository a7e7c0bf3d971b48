import { describe, isLate, type IUserPool, regionOf } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/** What is wrong with alarms that would never be raised: CloudWatch has the metrics of a pool in its own region alone. */
export function alarmsInOtherRegion(alarms: IConstruct, { userPoolId }: IUserPool): string[] {
  const here = regionOf(alarms);
  const there = isLate(userPoolId) ? here : userPoolId.split('_')[0];
  if (here === undefined || here === there) return [];
  const expected = `a user pool of ${here}, where the stack makes the alarms`;
  const fix = `Make them in a stack whose provider is of ${there}: CloudWatch has the metrics of a pool in its own region alone`;
  return [describe({ prop: 'userPool', expected, found: userPoolId, fix })];
}
