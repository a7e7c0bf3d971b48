import { gatewayRows } from '../../src/gateway/conformance';
import { frontDoorRows } from '../../tests/front-door';
import { clientAreas } from '../../tests/clients';
import { identityGaps } from '../../tests/gaps';
import { attacks } from '../../tests/hostile';
import { roleAreas } from '../../tests/roles';
import { triggerAreas } from '../../tests/triggers';
import { type ConformanceDocument } from './render';

/** The documents that `npm run conformance` writes. */
export const documents: readonly ConformanceDocument[] = [
  {
    file: 'docs/gateway-conformance.md',
    title: 'Gateway conformance',
    about:
      'What the [local gateway](../tools/local/src/gateway) does as Amazon API Gateway does it, for REST and HTTP APIs. Where AWS documents ' +
      'nothing, the source is a recording of what AWS answered, or the RFC.',
    suites: [{ test: 'tools/local/src/gateway/conformance/conformance.system.test.ts', areas: gatewayRows }],
  },
  {
    file: 'docs/identity-conformance.md',
    title: 'Identity conformance',
    about:
      'What `npm start` does as Amazon Cognito, AWS STS and the credentials of IAM do it. The emulator alone ' +
      '([moto](https://github.com/getmoto/moto)) does none of the rows of `emulator-gaps`.',
    suites: [
      { test: 'tools/local/tests/emulator-gaps.system.test.ts', areas: identityGaps },
      { test: 'tools/local/tests/roles.system.test.ts', areas: roleAreas },
      { test: 'tools/local/tests/triggers.system.test.ts', areas: triggerAreas },
      { test: 'tools/local/tests/front-door.system.test.ts', areas: frontDoorRows },
      { test: 'tools/local/tests/clients.system.test.ts', areas: clientAreas },
      { test: 'tools/local/tests/hostile.system.test.ts', areas: attacks },
    ],
  },
];
