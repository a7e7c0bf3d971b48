import { formats } from '@gatehouse/checks';
import { check, checkText, type Permission } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/** @throws ConstructError for a wildcard without a reason, an empty list and what is no action. */
export function checkPermission(
  lambda: IConstruct,
  { sid, actions, resources }: Permission,
  anyResource: string | undefined,
): void {
  const prop = `allow(${JSON.stringify(actions)})`;
  for (const [what, list] of Object.entries({ actions, resources })) {
    check(lambda, list.length > 0, { prop, expected: `at least one of ${what}`, found: list, fix: 'Name it' });
  }
  for (const action of actions) {
    checkText(lambda, action, { prop, ...formats.iamAction, fix: 'Name the actions that the handler calls' });
  }
  checkText(lambda, sid, {
    prop: `${prop}, sid`,
    pattern: /^[A-Za-z0-9]+$/,
    expected: 'letters and digits',
    fix: 'Rename it',
  });
  const any = resources.find(isAny);
  check(lambda, any === undefined || anyResource !== undefined, {
    prop,
    expected: 'the ARNs of what the function uses',
    found: any,
    fix: "Name them; where AWS has no resource for an action, say so: { anyResource: 'why' }",
  });
  check(lambda, anyResource === undefined || (any !== undefined && anyResource.trim().length > 0), {
    prop: `${prop}, anyResource`,
    expected: any === undefined ? 'no reason, because every resource is named' : 'why any resource is meant',
    found: anyResource,
    fix: any === undefined ? 'Remove it' : 'Give the reason; it is kept in the synthesized Terraform for the reviewer',
  });
}

/** `*`, and an ARN that names no resource, such as `arn:aws:s3:::*`. */
const isAny = (resource: string): boolean =>
  /^[*?]+$/.test(resource) || /^arn:[^:]*:[^:]*:[^:]*:[^:]*:[*?/:]+$/.test(resource);
