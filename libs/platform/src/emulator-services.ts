import { awsProviderEndpointsToTerraform } from '@cdktf/provider-aws/lib/provider';

/** Other names that the provider takes for a service; it warns when two names of one service are set. */
const aliases: Readonly<Record<string, string>> = {
  amp: 'prometheus prometheusservice',
  appautoscaling: 'applicationautoscaling',
  appintegrations: 'appintegrationsservice',
  ce: 'costexplorer',
  cloudcontrol: 'cloudcontrolapi',
  cloudhsmv2: 'cloudhsm',
  cognitoidp: 'cognitoidentityprovider',
  configservice: 'config',
  cur: 'costandusagereportservice',
  databrew: 'gluedatabrew',
  deploy: 'codedeploy',
  dms: 'databasemigration databasemigrationservice',
  ds: 'directoryservice',
  elasticbeanstalk: 'beanstalk',
  elasticsearch: 'es elasticsearchservice',
  elb: 'elasticloadbalancing',
  elbv2: 'elasticloadbalancingv2',
  events: 'eventbridge cloudwatchevents',
  evidently: 'cloudwatchevidently',
  grafana: 'managedgrafana amg',
  inspector2: 'inspectorv2',
  kafka: 'msk',
  lexmodels: 'lexmodelbuilding lexmodelbuildingservice lex',
  lexv2models: 'lexmodelsv2',
  location: 'locationservice',
  logs: 'cloudwatchlog cloudwatchlogs',
  oam: 'cloudwatchobservabilityaccessmanager',
  opensearch: 'opensearchservice',
  osis: 'opensearchingestion',
  rbin: 'recyclebin',
  redshiftdata: 'redshiftdataapiservice',
  resourcegroupstaggingapi: 'resourcegroupstagging',
  rum: 'cloudwatchrum',
  s3: 's3api',
  serverlessrepo: 'serverlessapprepo serverlessapplicationrepository',
  servicecatalogappregistry: 'appregistry',
  sfn: 'stepfunctions',
  simpledb: 'sdb',
  transcribe: 'transcribeservice',
};

const serviceOfAlias = new Map(
  Object.entries(aliases).flatMap(([service, names]) => names.split(' ').map((name) => [name, service] as const)),
);

/** Every service whose endpoint the provider lets us set, by the provider's own name of it, once. */
export const services: readonly string[] = Object.keys(awsProviderEndpointsToTerraform({})).filter(
  (name) => !serviceOfAlias.has(name),
);

const known = new Map([...services.map((name) => [name, name] as const), ...serviceOfAlias]);

/** Resource types that are not named for their service: the beginning of the type, without underscores. */
const namedOtherwise: Readonly<Record<string, string>> = {
  ...allOf('autoscaling', 'launchconfiguration'),
  ...allOf('cognitoidp', 'cognito'),
  ...allOf('directconnect', 'dx'),
  ...allOf('elb', 'appcookie', 'lbcookie', 'lbssl', 'loadbalancer', 'proxyprotocol'),
  ...allOf('elbv2', 'alb', 'lb', 'lbs'),
  ...allOf('events', 'cloudwatchevent'),
  ...allOf('firehose', 'kinesisfirehose'),
  ...allOf('kafkaconnect', 'mskconnect'),
  ...allOf('logs', 'cloudwatchquerydefinition'),
  ...allOf('rds', 'db'),
  ...allOf('s3', 'canonicaluserid'),
  ...allOf('s3control', 's3accesspoint', 's3accountpublicaccessblock'),
  // Computed by the provider, or asked of the service that says whose credentials these are.
  ...allOf('sts', 'arn', 'calleridentity', 'defaulttags', 'ipranges', 'partition', 'region', 'service'),
  ...allOf('sts', 'serviceprincipal'),
  ...allOf(
    'ec2',
    'ami',
    'availabilityzone',
    'availabilityzones',
    'customergateway',
    'ebs',
    'egressonly',
    'eip',
    'eips',
  ),
  ...allOf('ec2', 'defaultnetwork', 'defaultroute', 'defaultsecurity', 'defaultsubnet', 'defaultvpc', 'flowlog'),
  ...allOf('ec2', 'instance', 'instances', 'internetgateway', 'keypair', 'launchtemplate', 'mainroute', 'natgateway'),
  ...allOf('ec2', 'natgateways', 'networkacl', 'networkacls', 'networkinterface', 'networkinterfaces', 'prefixlist'),
  ...allOf('ec2', 'placementgroup', 'regions', 'route', 'routetable', 'securitygroup', 'securitygroups', 'snapshot'),
  ...allOf('ec2', 'spot', 'subnet', 'subnets', 'verifiedaccess', 'volumeattachment', 'vpc', 'vpcs', 'vpn'),
};

/**
 * The service that makes a resource type, by the provider's name of its endpoint: `sqs` of `aws_sqs_queue`. Types are
 * named for their service, all but those above.
 */
export function serviceOf(type: string): string | undefined {
  const [provider, ...words] = type.split('_');
  if (provider !== 'aws') return undefined;
  for (let count = words.length; count > 0; count -= 1) {
    const beginning = words.slice(0, count).join('');
    const service = namedOtherwise[beginning] ?? known.get(beginning);
    if (service !== undefined) return service;
  }
  return undefined;
}

function allOf(service: string, ...beginnings: readonly string[]): Record<string, string> {
  return Object.fromEntries(beginnings.map((beginning) => [beginning, service]));
}
