import { delimiter } from 'node:path';
import { type Bridge } from '../bridge';
import { processEnvironment } from '../process-environment';
import { additionsDirectory } from './moto';
import { emulatorVersion } from './version';

/** `on`: with our additions; `plain`: moto as it is; `version`: print moto's version and stop. */
export type AdditionsMode = 'on' | 'plain' | 'version';

/** The environment variables that moto starts with, among them whose emulator it is, and of which version. */
export function motoSettings(
  mode: AdditionsMode,
  instance: string,
  bridge?: Pick<Bridge, 'secret' | 'url'>,
  checkout?: string,
): Record<string, string> {
  return {
    ...(bridge && { GATEHOUSE_EMULATOR_BRIDGE: bridge.url, GATEHOUSE_EMULATOR_SECRET: bridge.secret }),
    ...(checkout !== undefined && { GATEHOUSE_EMULATOR_CHECKOUT: checkout }),
    GATEHOUSE_EMULATOR: mode,
    GATEHOUSE_EMULATOR_INSTANCE: instance,
    GATEHOUSE_EMULATOR_VERSION: emulatorVersion(),
    GATEHOUSE_EMULATOR_PARENT: 'stdin',
  };
}

/** The user's own environment without AWS settings: an emulator has no use for credentials. */
export function childEnvironment(settings: Record<string, string>): Record<string, string> {
  const inherited = Object.entries(processEnvironment()).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(AWS|MOTO)_/.test(entry[0]),
  );
  const own = Object.fromEntries(inherited);
  return {
    ...own,
    PYTHONPATH: [additionsDirectory, own.PYTHONPATH].filter(Boolean).join(delimiter),
    PYTHONUNBUFFERED: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    ...settings,
  };
}
