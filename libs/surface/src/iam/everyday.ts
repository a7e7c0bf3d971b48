import type { Gain } from '@gatehouse/policy';

/**
 * What functions may do on all resources: write logs, traces and metrics, reach their network, send mail, use a model, read
 * their settings. It reads nothing of anybody's, and AWS's own examples have it.
 */
const EVERYDAY = new RegExp(
  `^(${[
    'logs:(createloggroup|createlogstream|describeloggroups|describelogstreams|putlogevents|createlogdelivery|getlogdelivery|updatelogdelivery|deletelogdelivery|listlogdeliveries|describeresourcepolicies)',
    'xray:(puttracesegments|puttelemetryrecords|putspans\\w*|getsampling\\w*)',
    'cloudwatch:(putmetricdata|getmetricdata|getmetricstatistics|describealarms)',
    'ec2:(describe[\\w*]*|(create|delete|assign\\w*|unassign\\w*|attach|detach)(networkinterface|privateipaddresses|ipv6addresses)\\w*)',
    'sts:getcalleridentity',
    'ecr:(getauthorizationtoken|batchchecklayeravailability|getdownloadurlforlayer|batchgetimage)',
    'ses:send(bulk|raw|templated|bulktemplated)?(email|\\*)',
    'ssmmessages:(create|open)(control|data)channel',
    'translate:translate(text|document)',
    'comprehend:(batch)?detect[\\w*]*',
    'polly:(synthesizespeech|describevoices)',
    'rekognition:(detect|compare)[\\w*]*',
    'textract:(detect|analyze)[\\w*]*',
    'bedrock:(invokemodel(withresponsestream|\\*)?|converse(stream)?)',
    'appconfig:(getlatestconfiguration|startconfigurationsession|getconfiguration)',
    'autoscaling:(describe[\\w*]*|completelifecycleaction|recordlifecycleactionheartbeat)',
    '[\\w-]+:list[a-z]*',
  ].join('|')})$`,
  'i',
);

export const isEveryday = (action: string): boolean => EVERYDAY.test(action);

/** To send messages to those who take them reads nothing; a text message to a phone has no resource to name. */
export const onlySends = (action: string): boolean => /^(sns:publish|execute-api:manageconnections)$/i.test(action);

/** To use keys only through another service needs the rights there. */
export const isThroughService = ({ actions, conditions }: Gain): boolean =>
  actions.every((action) => /^kms:(decrypt|encrypt|describekey|(generatedatakey|reencrypt)[\w*]*)$/i.test(action)) &&
  conditions.some((condition) => /^String(Equals|Like) kms:ViaService (?!(.* )?[*?])/i.test(condition));

/**
 * Grants of a key that only an AWS service makes for the principal, for volumes and the like: nobody else gets in by one.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource
 */
export const grantsToServices = ({ actions, conditions }: Pick<Gain, 'actions' | 'conditions'>): boolean =>
  actions.every((action) => /^kms:(create|list|revoke)grants?$/i.test(action)) && isForAwsResource(conditions);

export const isForAwsResource = (conditions: readonly string[]): boolean =>
  conditions.some((condition) => /^Bool kms:GrantIsForAWSResource true$/i.test(condition));

/** What AWS shows of itself, its offers and names. */
export const onlyViews = (action: string): boolean => /^[\w-]+:view[a-z]*$/i.test(action);

/** To connect functions that a condition names to what calls them: the right itself knows no function. */
export const feedsNamed = ({ actions, conditions }: Gain): boolean =>
  actions.every((action) => /^lambda:\w+eventsourcemapping$/i.test(action)) &&
  conditions.some((condition) => /^(String|Arn)(Equals|Like) lambda:FunctionArn (?!(.* )?[*?])/i.test(condition));

/** To pass roles that are named; what the services do with them is judged with the rights to start it. */
export const passesNamed = ({ actions, resources }: Gain): boolean =>
  actions.every((action) => /^iam:passrole$/i.test(action)) &&
  resources.every((resource) => /^arn:[\w-]+:iam::\d{12}:role\/[^*?()$]+$/.test(resource));
