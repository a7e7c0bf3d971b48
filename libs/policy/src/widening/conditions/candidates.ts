import { isNumber, isMoment, momentOf } from '../../condition/values';
import { addressesAround } from './addresses';
import { type Literal } from './literal';

/**
 * Values of a key that tell its conditions apart, of operators that do not compare text with wildcards: if any value
 * meets some of them and not the others, one of these does.
 */
export function candidatesFor(literals: readonly Literal[]): string[] {
  const values = (pattern: RegExp) =>
    literals.filter(({ condition }) => pattern.test(condition.name)).flatMap(({ condition }) => condition.values);
  const addresses = values(/IpAddress/);
  return [
    ...numbersAround(
      values(/Numeric/)
        .filter(isNumber)
        .map(Number),
    ),
    ...momentsAround(values(/Date/).filter(isMoment)),
    ...(addresses.length > 0 ? addressesAround(addresses) : []),
    ...(values(/Bool/).length > 0 ? ['true', 'false'] : []),
    ...values(/IgnoreCase/).flatMap((value) => [value, value.toLowerCase(), value.toUpperCase()]),
    ...values(/Binary/),
    ...(values(/Binary/).length > 0 ? ['ZXhhbXBsZQ=='] : []),
  ];
}

function numbersAround(numbers: readonly number[]): string[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const between = sorted.map((each, at) => (each + (sorted[at + 1] ?? each + 2)) / 2);
  const [least] = sorted;
  return (least === undefined ? [] : [...sorted, ...between, least - 1]).map(String);
}

const momentsAround = (moments: readonly string[]): string[] =>
  moments
    .map(momentOf)
    .flatMap((each) => [each, each - 1, each + 1])
    .map((each) => new Date(each).toISOString());
