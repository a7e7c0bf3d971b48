import { check } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/**
 * @param prop what was called, such as `addAlarms`
 * @param id of the part, as its caller gave it; absent: the part is there once
 * @throws ConstructError where the API has such a part already.
 */
export function checkFree(api: IConstruct, prop: string, child: string, id?: string): void {
  const taken = api.node.tryFindChild(child);
  check(api, taken === undefined, {
    prop,
    expected: id === undefined ? 'one call' : 'an id of its own',
    found: id ?? 'a second one',
    fix: id === undefined ? 'Say all of it in one call' : `${String(taken?.node.path)} has it: give another id`,
  });
}
