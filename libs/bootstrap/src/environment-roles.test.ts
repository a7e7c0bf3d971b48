import { ciRoleArn, loadEnvironment } from '@gatehouse/environment';
import { policyAt, synthBootstrapStack } from '../testing/bootstrap-target';
import devRolePolicies from '../testing/dev-role-policies.json';

const stack = synthBootstrapStack();

describe('the roles of an environment', () => {
  it('have names of the environment, and a path that no deploy role reaches', () => {
    const roles = stack.resource['aws_iam_role'];
    expect([roles?.['dev_plan'], roles?.['dev_deploy']]).toEqual([
      {
        name: 'gatehouse-dev-plan',
        path: '/gatehouse/',
        description: 'Plans dev and changes nothing',
        assume_role_policy: expect.any(String),
      },
      {
        name: 'gatehouse-dev-deploy',
        path: '/gatehouse/',
        description: 'Deploys dev',
        assume_role_policy: expect.any(String),
      },
    ]);
    expect(stack.resource['aws_iam_role_policy']).toEqual({
      dev_plan: { name: 'plan', role: '${aws_iam_role.dev_plan.name}', policy: expect.any(String) },
      dev_deploy: { name: 'deploy', role: '${aws_iam_role.dev_deploy.name}', policy: expect.any(String) },
    });
    expect(stack.resource['aws_iam_policy']).toEqual({
      dev_boundary: {
        name: 'gatehouse-dev-boundary',
        path: '/gatehouse/',
        description: 'The most that a role made by a deploy of dev can do',
        policy: expect.any(String),
      },
    });
  });

  it('are those that workflows take', () => {
    const dev = loadEnvironment('dev');
    for (const does of ['plan', 'deploy'] as const) {
      const role = stack.resource['aws_iam_role']?.[`dev_${does}`] as { path: string; name: string };
      expect(ciRoleArn(dev, does)).toBe(`arn:aws:iam::${dev.account}:role${role.path}${role.name}`);
    }
  });

  it('may do exactly what testing/dev-role-policies.json says, so that a review sees every change of it', () => {
    expect({
      plan: policyAt(stack, 'aws_iam_role_policy.dev_plan'),
      deploy: policyAt(stack, 'aws_iam_role_policy.dev_deploy'),
      boundary: policyAt(stack, 'aws_iam_policy.dev_boundary'),
    }).toEqual(devRolePolicies);
  });
});
