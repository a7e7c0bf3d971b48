import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { FILE } from './documents';

/**
 * Writes the table of AWS's managed policies from moto, which has all of them: `python3` has to find the `moto` of
 * tools/local. Roles of services are left out, as only AWS attaches them.
 *
 * Run: node -r ./register-ts.cjs libs/policy/src/widening/managed/write.ts
 */
const PYTHON = `
import json
from moto.iam.aws_managed_policies import aws_managed_policies_data as data
policies = {name: each for name, each in json.loads(data).items() if '/aws-service-role/' not in each['Path']}
def statements(document):
    found = document['Statement']
    return [{key: value for key, value in one.items() if key != 'Sid'} for one in (found if isinstance(found, list) else [found])]
print(json.dumps({
    'updated': max(each['UpdateDate'] for each in policies.values())[:10],
    'policies': {name: statements(each['Document']) for name, each in sorted(policies.items())},
}))
`;

writeFileSync(FILE, brotliCompressSync(execFileSync('python3', ['-c', PYTHON], { maxBuffer: 1e8 })));
