import acm from '../../verdicts/acm.json';
import apiGateway from '../../verdicts/api-gateway.json';
import cloudformation from '../../verdicts/cloudformation.json';
import cloudfront from '../../verdicts/cloudfront.json';
import cloudtrail from '../../verdicts/cloudtrail.json';
import cognito from '../../verdicts/cognito.json';
import common from '../../verdicts/common.json';
import dynamodb from '../../verdicts/dynamodb.json';
import ecr from '../../verdicts/ecr.json';
import eventbridge from '../../verdicts/eventbridge.json';
import iam from '../../verdicts/iam.json';
import identityCenter from '../../verdicts/identity-center.json';
import kms from '../../verdicts/kms.json';
import lambda from '../../verdicts/lambda.json';
import loadBalancers from '../../verdicts/load-balancers.json';
import logs from '../../verdicts/logs.json';
import route53 from '../../verdicts/route53.json';
import s3 from '../../verdicts/s3.json';
import secretsManager from '../../verdicts/secrets-manager.json';
import sns from '../../verdicts/sns.json';
import sqs from '../../verdicts/sqs.json';
import ssm from '../../verdicts/ssm.json';
import stepFunctions from '../../verdicts/step-functions.json';
import waf from '../../verdicts/waf.json';
import computed from '../../verdicts/provider/computed.json';
import type { ServiceTable, TypeVerdicts, Verdicts } from './verdicts';
import { VerdictTable } from './verdict-table';

/** One for each service, in the order of docs/verdicts.md. */
export const serviceTables: readonly ServiceTable[] = [
  cognito,
  apiGateway,
  lambda,
  iam,
  identityCenter,
  kms,
  s3,
  secretsManager,
  ssm,
  sns,
  sqs,
  dynamodb,
  eventbridge,
  stepFunctions,
  ecr,
  waf,
  acm,
  route53,
  cloudfront,
  loadBalancers,
  cloudformation,
  logs,
  cloudtrail,
] as readonly ServiceTable[];

/** What means the same for every type, and why it is harmless. */
export const commonVerdicts: Readonly<Record<string, string>> = common;

const ours: Verdicts = Object.assign({}, ...serviceTables.map(({ types }) => types)) as Verdicts;
const leftOut = new Set(serviceTables.flatMap(({ leftOut = {} }) => Object.keys(leftOut)));

const prefixes = serviceTables.flatMap(({ prefixes, also = [] }) => [...prefixes, ...also]);

/** Verdicts of Gatehouse with those of a team, which decide where both have one. */
export function verdictTable(team: Verdicts = {}): VerdictTable {
  const types = new Map(Object.entries(ours));
  for (const [type, verdicts] of Object.entries(team)) types.set(type, joined(types.get(type) ?? {}, verdicts));
  return new VerdictTable(Object.fromEntries(types), new Set(Object.keys(common)), computed, leftOut, prefixes);
}

const joined = (ours: TypeVerdicts, team: TypeVerdicts): TypeVerdicts => {
  const decided = new Set([...Object.keys(team.judged ?? {}), ...Object.keys(team.harmless ?? {})]);
  const open = new Set(team.without);
  return {
    ...ours,
    ...team,
    judged: except({ ...except(ours.judged ?? {}, decided), ...team.judged }, open),
    harmless: except({ ...ours.harmless, ...team.harmless }, open),
    byHand: except(ours.byHand ?? {}, decided),
    new:
      typeof team.new === 'object' && typeof ours.new === 'object'
        ? { ...ours.new, ...team.new }
        : (team.new ?? ours.new ?? {}),
    without: [...(ours.without ?? []).filter((name) => !decided.has(name)), ...open],
  };
};

const except = <T>(all: Readonly<Record<string, T>>, names: ReadonlySet<string>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !names.has(name)));
