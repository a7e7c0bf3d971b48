import { dev, infer, service } from '../../testing/infer';

/** Each runs its command on what is synthesized, with nothing beside it. */
const ALONE =
  'backup canary destroy export-users import-resource import-users move-state recover rehearse-restore restore-state';

it('infers the targets of an environment', async () => {
  const { targets = {}, ...project } = (await infer({ ...dev, ...service }))['apps/dev'] ?? {};
  const rest = { ...targets };
  for (const name of ALONE.split(' ')) {
    const command = `gatehouse ${name} {projectName} --no-synth`;
    expect(targets[name]).toEqual({ command, cache: false, dependsOn: ['synth'], parallelism: false });
    delete rest[name];
  }

  expect({ ...project, targets: rest }).toMatchInlineSnapshot(`
    {
      "implicitDependencies": [
        "api",
      ],
      "targets": {
        "accept-schema": {
          "cache": false,
          "command": "gatehouse accept-schema {projectName}",
          "parallelism": false,
        },
        "check": {
          "cache": true,
          "command": "gatehouse check {projectName} --no-synth",
          "dependsOn": [
            "synth",
          ],
          "inputs": [
            {
              "dependentTasksOutputFiles": "**/{cdk.tf,manifest}.json",
            },
            {
              "runtime": "node -p "fs.readdirSync('environments').map((file) => fs.readFileSync('environments/' + file, 'utf8')).join('')"",
            },
            {
              "env": "GATEHOUSE_AWS_ENDPOINT",
            },
            "{workspaceRoot}/libs/rules/src/**/*",
            "{workspaceRoot}/libs/surface/src/**/*",
            "{workspaceRoot}/libs/environment/src/**/*",
            "{workspaceRoot}/tools/nx-cdktf/src/**/*",
            "{workspaceRoot}/tools/{cli-kit,gatehouse}/**/*",
            "{workspaceRoot}/{register-ts.cjs,tools/run-ts/src/*.cjs}",
            "{workspaceRoot}/tools/nx-cdktf/src/plugin/*.ts",
          ],
        },
        "client": {
          "cache": false,
          "command": "gatehouse client {projectName}",
        },
        "deploy": {
          "cache": false,
          "command": "gatehouse deploy {projectName} --no-synth",
          "dependsOn": [
            "synth",
            "typecheck",
          ],
          "parallelism": false,
        },
        "diff-env": {
          "cache": false,
          "command": "gatehouse diff-env {projectName}",
        },
        "drift": {
          "cache": false,
          "command": "gatehouse drift {projectName} --no-synth",
          "dependsOn": [
            "synth",
          ],
        },
        "lint": {
          "cache": true,
          "command": "eslint apps/dev",
          "inputs": [
            "package",
            "^manifest",
            "{workspaceRoot}/eslint.config.mjs",
            "{workspaceRoot}/tools/nx-cdktf/src/plugin/*.ts",
          ],
        },
        "outputs": {
          "cache": false,
          "command": "gatehouse outputs {projectName} --no-synth",
          "dependsOn": [
            "synth",
          ],
        },
        "plan": {
          "cache": false,
          "command": "gatehouse plan --no-detailed-exitcode {projectName} --no-synth",
          "dependsOn": [
            "synth",
            "typecheck",
          ],
        },
        "review": {
          "cache": false,
          "command": "gatehouse review {projectName} --no-synth",
          "dependsOn": [
            "synth",
            "typecheck",
          ],
        },
        "synth": {
          "cache": true,
          "dependsOn": [
            {
              "projects": [
                "api",
              ],
              "target": "build",
            },
          ],
          "executor": "@gatehouse/nx-cdktf:synth",
          "inputs": [
            "sources",
            "^sources",
            "{workspaceRoot}/environments/dev.json",
            "{workspaceRoot}/environments/base.json",
            "{workspaceRoot}/apps/dev/user-pools.json",
            "{workspaceRoot}/apps/dev/canaries.json",
            {
              "env": "GATEHOUSE_AWS_ENDPOINT",
            },
            "{workspaceRoot}/apps/main.ts",
            "{workspaceRoot}/tools/nx-cdktf/{executors.json,src/synth/*}",
            "{workspaceRoot}/{register-ts.cjs,tools/run-ts/src/*.cjs}",
            "{workspaceRoot}/tools/nx-cdktf/src/plugin/*.ts",
          ],
          "outputs": [
            "{projectRoot}/cdktf.out/manifest.json",
            "{projectRoot}/cdktf.out/stacks/*/cdk.tf.json",
            "{projectRoot}/cdktf.out/stacks/*/assets/**/*",
            "{projectRoot}/cdktf.out/openapi/*/*.json",
          ],
        },
        "typecheck": {
          "cache": true,
          "command": "tsc -p apps/dev --incremental --tsBuildInfoFile node_modules/.cache/typecheck/apps-dev.tsbuildinfo",
          "inputs": [
            "package",
            "^sources",
            "^testing",
            "{workspaceRoot}/tsconfig.base.json",
            "{workspaceRoot}/tools/nx-cdktf/src/plugin/*.ts",
          ],
          "outputs": [
            "{workspaceRoot}/node_modules/.cache/typecheck/apps-dev.tsbuildinfo",
          ],
        },
        "unlock": {
          "cache": false,
          "command": "gatehouse unlock {projectName} --no-synth",
          "dependsOn": [
            "synth",
          ],
        },
        "validate": {
          "cache": true,
          "command": "gatehouse validate {projectName} --no-synth",
          "dependsOn": [
            "synth",
          ],
          "inputs": [
            {
              "dependentTasksOutputFiles": "**/cdk.tf.json",
            },
            "{workspaceRoot}/tools/terraform/src/**/*",
            "{workspaceRoot}/tools/{cli-kit,gatehouse}/**/*",
            "{workspaceRoot}/{register-ts.cjs,tools/run-ts/src/*.cjs}",
            {
              "env": "TERRAFORM_BINARY_NAME",
            },
            "{workspaceRoot}/tools/nx-cdktf/src/plugin/*.ts",
          ],
        },
      },
    }
  `);
});
