import { type Colors } from '@gatehouse/cli-kit';
import { curlExamples } from './curl-lines';
import { type Facts, type MachineClient } from './facts';

/** What a person sees when everything runs. */
export function welcome(facts: Facts, machine: MachineClient, origin: string, paint: Colors): string {
  const rows = [
    ['API', facts.apiUrl],
    ['User pool', facts.userPoolId],
    ['App client', facts.appClientId],
    ['Cognito', facts.cognitoEndpoint],
    ['Demo user', `${facts.demoUser.email}  ${facts.demoUser.password}`],
  ] as const;
  return [
    '',
    ...rows.map(([name, value]) => `  ${paint.bold(name.padEnd(11))} ${value}`),
    ...curlExamples(facts, machine, origin).flatMap(({ title, lines }) => ['', paint.dim(`# ${title}`), ...lines]),
    '',
    'Also in apps/local/outputs.json, without the client secret. Ctrl-C stops everything.',
  ].join('\n');
}
