import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestOf, TSCONFIG } from '../service/files';
import { type TriggerKind } from './triggers';

/** What a sender decrypts codes with. */
const DECRYPTION = { '@aws-crypto/decrypt-node': '5.0.2', '@aws-crypto/kms-keyring-node': '5.0.2' };

export interface TriggerService {
  /** The trigger, as on the command line. */
  readonly trigger: string;
  /** Name of the service. */
  readonly name: string;
  /** Version of its event, such as `V2_0`. */
  readonly version: string | undefined;
}

/** The files of a service that is a trigger, from its folder. */
export function triggerFiles(kind: TriggerKind, service: TriggerService): Record<string, string> {
  const { name, trigger, version } = service;
  const folder = join(__dirname, 'files', kind.files ?? [trigger, ...versionSuffix(version)].join('-'));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return {
    'package.json': `${JSON.stringify(manifestOf(name, kind.encrypted ? DECRYPTION : undefined), null, 2)}\n`,
    'tsconfig.json': TSCONFIG,
    'README.md': readme(service),
    ...Object.fromEntries(
      files.map(({ name: file, parentPath }) => {
        const path = join(parentPath, file);
        return [path.slice(folder.length + 1), rewritten(readFileSync(path, 'utf8'), kind.rewrite)];
      }),
    ),
  };
}

/** `v2` of `V2_0`. */
const versionSuffix = (version: string | undefined): string[] =>
  version === undefined ? [] : [version.slice(0, 2).toLowerCase()];

const rewritten = (text: string, by: TriggerKind['rewrite'] = {}): string =>
  Object.entries(by).reduce((before, [from, to]) => before.replaceAll(from, to), text);

const readme = ({ name, trigger, version }: TriggerService): string => `# @gatehouse/${name}

The Lambda trigger ${trigger}${version === undefined ? '' : `, event version ${version},`} of a user pool. \`src/index.ts\` exports its \`handler\`; its test sends it the event
that AWS documents, \`testing/event.json\`. \`npx nx build ${name}\` bundles it into \`dist/${name}.zip\`, which
\`Code.service('${name}')\` of \`@gatehouse/functions\` deploys.
`;
