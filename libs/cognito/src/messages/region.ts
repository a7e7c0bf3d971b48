import { regions } from '@gatehouse/checks';
import { checkOneOf } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type IConstruct } from 'constructs';

/** @throws ConstructError when a region is known and AWS has none of that name. */
export function checkRegion(construct: IConstruct, prop: string, region: string | undefined): void {
  if (region === undefined || Token.isUnresolved(region)) return;
  checkOneOf(construct, region, { prop, values: regions, fix: 'Correct its spelling' });
}
