import { check, checkText, isLate } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';

/** Checks the callers of guarded routes of one REST API. */
export abstract class Authorizer extends Construct {
  /** What a route that it guards has, in Terraform's words. */
  abstract readonly authorization: 'COGNITO_USER_POOLS' | 'CUSTOM';
  /** What methods name it by. */
  abstract readonly authorizerId: string;
  /** Whether it can let in callers with an access token. */
  readonly takesAccessTokens: boolean = true;
}

/** Seconds that API Gateway remembers what an authorizer said of a caller. */
export const ttlRange = { prop: 'resultsCacheTtlSeconds', min: 0, max: 3600, fix: '0 switches the cache off' };

/** @throws ConstructError for what is no header's name. */
export function checkHeader(construct: Construct, header: string): void {
  checkText(construct, header, {
    prop: 'header',
    pattern: /^[\w-]+$/,
    expected: 'the name of a header',
    fix: 'Write it as callers send it, such as Authorization',
  });
}

/** @throws ConstructError for what is no regular expression. */
export function checkPattern(construct: Construct, prop: string, pattern: string | undefined): void {
  check(construct, pattern === undefined || isLate(pattern) || isPattern(pattern), {
    prop,
    expected: 'a regular expression',
    found: pattern,
    fix: 'Correct it; it has to match the whole text',
  });
}

/** JavaScript knows neither flags in front nor possessive quantifiers, which API Gateway may. */
function isPattern(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern.replace(/^\(\?[a-z]+\)/, '').replace(/([*+?}])\+/g, '$1')));
  } catch {
    return false;
  }
}
