import { namedLikeTheirOperation } from './generic';
import { passedRoles } from './pass-role';
import { type Ask, type Question, Unmapped } from './question';
import { apiGateway } from './services/api-gateway';
import { dynamoDb } from './services/dynamodb';
import { events } from './services/events';
import { kms } from './services/kms';
import { lambda } from './services/lambda';
import { logs } from './services/logs';
import { needsNoPermission } from './services/public';
import { s3 } from './services/s3';
import { secrets } from './services/secrets';
import { messages } from './services/messages';
import { sts } from './services/sts';

type Mapper = (question: Question) => readonly Ask[] | Promise<readonly Ask[]>;

/** Services whose requests ask for something else than their operation on the resource that a parameter names. */
const mappers: Readonly<Record<string, Mapper>> = {
  apigateway: apiGateway,
  dynamodb: dynamoDb,
  events,
  kms,
  lambda,
  logs,
  s3,
  secretsmanager: secrets,
  sns: messages,
  sqs: messages,
  sts,
};

/**
 * The actions and resources that a request asks for: all must be allowed. None for what needs no permission.
 *
 * @throws Unmapped
 */
export async function asksOf(question: Question): Promise<readonly Ask[]> {
  const { operation, problem, service } = question;
  if (problem !== null) throw new Unmapped(problem);
  if (needsNoPermission(service, operation)) return [];
  const mapper = Object.hasOwn(mappers, service) ? mappers[service] : undefined;
  return [...(await (mapper ?? namedLikeTheirOperation)(question)), ...passedRoles(question)];
}
