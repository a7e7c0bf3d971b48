import { type TextSet } from '../language/set';
import { actionsOf } from './actions';

/** Actions that exist, to be tried before made-up ones: of the services that the patterns name. */
export function realActions({ all }: TextSet): string[] {
  const [list] = all;
  if (!list) return usual;
  return list.wild.slice(0, 20).flatMap(({ prefix }) => {
    const service = prefix.split(':')[0] ?? '';
    return prefix.includes(':') ? [...actionsOf(service).keys()].filter((each) => each.startsWith(prefix)) : usual;
  });
}

const usual = [
  'iam:putrolepolicy',
  's3:getobject',
  'secretsmanager:getsecretvalue',
  'lambda:invokefunction',
  'sts:assumerole',
];
