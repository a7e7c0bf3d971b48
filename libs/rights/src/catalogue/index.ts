import { apiGateway, httpApis } from './api-gateway';
import { cloudWatch } from './cloudwatch';
import { cognitoIdentity } from './cognito-identity';
import { cognitoUserPools } from './cognito-user-pools';
import { domains } from './domains';
import { dynamoDb } from './dynamodb';
import { network } from './ec2';
import { eventBridge, eventBridgeScheduler } from './events';
import { roleManagement } from './iam';
import { keyManagement } from './kms';
import { awsLambda } from './lambda';
import { cloudWatchLogs } from './logs';
import { simpleStorage } from './s3';
import { parameterStore, secretsManagerSecrets } from './secrets';
import { simpleEmail } from './ses';
import { topicsOfSns } from './sns';
import { queuesOfSqs } from './sqs';
import { stepFunctions } from './step-functions';
import { type Service, type TypeRights } from './type-rights';
import { webApplicationFirewall } from './waf';

const services: readonly Service[] = [
  cognitoUserPools,
  cognitoIdentity,
  apiGateway,
  httpApis,
  webApplicationFirewall,
  domains,
  simpleEmail,
  awsLambda,
  network,
  cloudWatchLogs,
  cloudWatch,
  topicsOfSns,
  queuesOfSqs,
  eventBridge,
  eventBridgeScheduler,
  stepFunctions,
  dynamoDb,
  simpleStorage,
  keyManagement,
  secretsManagerSecrets,
  parameterStore,
  roleManagement,
];

export interface CatalogueEntry extends TypeRights {
  /** Which policy of a role it goes into. */
  readonly group: string;
}

export type Catalogue = Readonly<Record<string, CatalogueEntry>>;

/** What every Terraform type takes that environments may have, by the type. Others are refused, never guessed. */
export const catalogue: Catalogue = Object.fromEntries(
  services.flatMap(({ group, types }) => Object.entries(types).map(([type, rights]) => [type, { ...rights, group }])),
);
