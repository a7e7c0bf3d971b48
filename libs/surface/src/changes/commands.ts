import { markOf } from '../printable/mark';
import { isObject } from '../terraform/unreadable';
import type { Command, PlannedChange } from './planned-change';

/**
 * The programs that a plan runs: provisioners of what it creates, replaces or deletes, and data sources that run a program
 * or call an address, which every plan does.
 *
 * @param root the root module of the configuration
 */
export function readCommands(root: unknown, changes: readonly PlannedChange[]): Command[] {
  const running = new Map<string, string>();
  for (const { action, address } of changes) {
    const plain = address.replaceAll(KEYS, '');
    if (RUNS.has(action) && !running.has(plain)) running.set(plain, address);
  }
  const found: Command[] = [];
  const open = [{ module: root, path: '' }];
  for (let each = open.pop(); each; each = open.pop()) {
    const { module, path } = each;
    if (!isObject(module)) continue;
    for (const resource of list(module['resources']))
      if (isObject(resource)) found.push(...commandsOf(resource, path, running));
    const calls = isObject(module['module_calls']) ? module['module_calls'] : {};
    for (const [name, call] of Object.entries(calls))
      if (isObject(call)) open.push({ module: call['module'], path: `${path}module.${name}.` });
  }
  return found.sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
}

const RUNS: ReadonlySet<string> = new Set(['create', 'replace', 'delete', 'replace-and-forget']);
const KEYS = /\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g;

function commandsOf(resource: Record<string, unknown>, path: string, running: ReadonlyMap<string, string>): Command[] {
  const { address, expressions, mode, provisioners, type } = resource;
  const place = `${path}${String(address)}`;
  if (mode === 'data')
    return type === 'external' || type === 'http' ? [{ address: place, kind: type, mark: markOf(expressions) }] : [];
  const instance = running.get(place);
  if (instance === undefined) return [];
  return list(provisioners).flatMap((provisioner) => {
    const kind = isObject(provisioner) ? provisioner['type'] : undefined;
    return kind === 'local-exec' || kind === 'remote-exec'
      ? [{ address: instance, kind, mark: markOf(provisioner) }]
      : [];
  });
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
