import { isIPv4, isIPv6 } from 'node:net';
import { type CognitoRiskConfigurationRiskExceptionConfiguration } from '@cdktf/provider-aws/lib/cognito-risk-configuration';
import { check, isLate } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/**
 * Ranges such as `192.0.2.0/24`, up to 200 of each. At least one of the two lists is given.
 * @example ipRanges: { neverBlock: ['198.51.100.0/24'] }
 */
export interface IpRanges {
  /** @default - none */
  readonly alwaysBlock?: readonly string[];
  /** @default - none */
  readonly neverBlock?: readonly string[];
}

/**
 * The lists that are given: the provider refuses an empty one.
 *
 * @throws ConstructError for no list, too long a list, and what is no range.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RiskExceptionConfigurationType.html
 */
export function riskExceptions(
  construct: IConstruct,
  ipRanges: IpRanges,
): CognitoRiskConfigurationRiskExceptionConfiguration {
  const { alwaysBlock, neverBlock } = ipRanges;
  check(construct, alwaysBlock !== undefined || neverBlock !== undefined, {
    prop: 'ipRanges',
    expected: 'alwaysBlock or neverBlock',
    found: ipRanges,
    fix: 'Give one of them, or leave ipRanges out',
  });
  return {
    ...(alwaysBlock && { blockedIpRangeList: checked(construct, 'alwaysBlock', alwaysBlock) }),
    ...(neverBlock && { skippedIpRangeList: checked(construct, 'neverBlock', neverBlock) }),
  };
}

function checked(construct: IConstruct, list: keyof IpRanges, ranges: readonly string[]): string[] {
  check(construct, ranges.length >= 1 && ranges.length <= 200, {
    prop: `ipRanges.${list}`,
    expected: '1 to 200 ranges',
    found: ranges.length,
    fix: 'Leave an empty list out, and join ranges that touch',
  });
  ranges.forEach((range, index) =>
    check(construct, isLate(range) || isRange(range), {
      prop: `ipRanges.${list}[${index}]`,
      expected: 'a range of addresses, such as 192.0.2.0/24',
      found: range,
      fix: 'A single address is the range 192.0.2.1/32',
    }),
  );
  return [...ranges];
}

function isRange(range: string): boolean {
  const [, address = '', bits = ''] = /^(.+)\/(\d{1,3})$/.exec(range) ?? [];
  return (isIPv4(address) && Number(bits) <= 32) || (isIPv6(address) && Number(bits) <= 128);
}
