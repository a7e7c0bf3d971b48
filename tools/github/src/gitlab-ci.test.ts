import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { ciRoleArn, loadEnvironment } from '@gatehouse/environment';
import { gitlabJobs, gitlabPipeline } from '../testing/gitlab-ci';
import { stepNamed, stepOfAction, workflows, workspaceRoot } from '../testing/workflows';

const environments = ['dev', 'prod'];
const jobs = gitlabJobs();

describe('the schema of GitLab', () => {
  const schema = JSON.parse(
    readFileSync(join(workspaceRoot, 'tools/github/testing/gitlab-ci.schema.json'), 'utf8'),
  ) as object;
  const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);

  it('takes the pipeline', () => {
    validate(gitlabPipeline());
    expect(validate.errors).toBeNull();
  });

  it('refuses a keyword that no job has', () => {
    expect(validate({ ...gitlabPipeline(), extra: { script: ['true'], runs_on: 'linux' } })).toBe(false);
  });
});

describe('the pipeline for GitLab', () => {
  it('has these jobs, after these', () => {
    expect(Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, [job.stage, job.needs ?? []]]))).toEqual(
      {
        check: ['check', []],
        'review dev': ['review', []],
        'review prod': ['review', []],
        comment: ['comment', ['review dev', 'review prod']],
        accept: ['accept', ['review dev', 'review prod']],
        'deploy dev': ['deploy', ['review dev', 'accept']],
        'deploy prod': ['deploy', ['review prod', 'accept', 'deploy dev']],
      },
    );
    expect(gitlabPipeline().stages).toEqual(['check', 'review', 'comment', 'accept', 'deploy']);
  });

  it('runs what the workflows run', () => {
    const checks = workflows().find(({ file }) => file === 'pull-request.yml')!.jobs.checks!.steps!;
    expect(jobs.check!.script).toEqual(checks.flatMap(({ run }) => run ?? []));

    const synth = stepOfAction('review', 'Synthesize').run;
    const deploy = stepNamed('deploy-environment.yml', 'deploy', 'Deploy what was reviewed').run!;
    for (const environment of environments) {
      expect(jobs[`review ${environment}`]!.script).toContain(synth);
      expect(jobs[`deploy ${environment}`]!.script.slice(-2)).toEqual([
        synth,
        deploy
          .trim()
          .replace(/ \\\n\s*/, ' ')
          .replace('reviewed/', ''),
      ]);
    }
  });

  it.each(environments)('takes the roles of the account and the region of %s', (name) => {
    const environment = loadEnvironment(name);
    const role = (does: 'plan' | 'deploy') => ciRoleArn(environment, does);
    const common = { ENVIRONMENT: name, AWS_REGION: environment.region };

    expect(jobs[`review ${name}`]!.variables).toMatchObject({ ...common, PLAN_ROLE: role('plan') });
    expect(jobs[`deploy ${name}`]!.variables).toMatchObject({ ...common, DEPLOY_ROLE: role('deploy') });
  });

  it('gives a token to reviews and deploys alone', () => {
    const having = Object.entries(jobs).filter(([, job]) => job.id_tokens);
    expect(having.map(([name]) => name)).toEqual(['review dev', 'review prod', 'deploy dev', 'deploy prod']);
    expect(new Set(having.map(([, job]) => job.id_tokens!.AWS_TOKEN!.aud))).toEqual(new Set(['sts.amazonaws.com']));
  });

  it('keeps reviews, and no plan', () => {
    const kept = Object.values(jobs).flatMap(({ artifacts }) => artifacts?.paths ?? []);
    expect([...new Set(kept)]).toEqual(['$ENVIRONMENT.json', '$ENVIRONMENT.md', 'review.md']);
  });

  it('stops for a person, and for a plan that failed, and not for a risk that a person is asked about', () => {
    expect(jobs.accept).toMatchObject({ when: 'manual', allow_failure: false, environment: { name: 'plan-review' } });
    for (const name of environments) expect(jobs[`review ${name}`]!.allow_failure).toEqual({ exit_codes: 2 });
  });

  it('deploys the default branch, one run at a time, and kills none', () => {
    for (const name of environments) {
      expect(jobs[`deploy ${name}`]).toMatchObject({
        rules: [{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }],
        resource_group: 'deploy-$ENVIRONMENT',
        interruptible: false,
        environment: { name: '$ENVIRONMENT' },
        // 45 until it is interrupted, 10 until it is killed.
        timeout: '60 minutes',
      });
    }
  });
});
