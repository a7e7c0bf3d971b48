/**
 * What every function may do on all resources: write logs, traces and metrics, and reach its network. It reads nothing of
 * anybody's, and AWS's own policies for functions have it.
 */
const EVERYDAY =
  /^(logs:(createloggroup|createlogstream|describeloggroups|describelogstreams|putlogevents|createlogdelivery|getlogdelivery|updatelogdelivery|deletelogdelivery|listlogdeliveries|describeresourcepolicies)|xray:(put|getsampling)\w*|cloudwatch:putmetricdata|ec2:(describe[\w*]*|(create|delete|assign\w*|unassign\w*|attach|detach)(networkinterface|privateipaddresses|ipv6addresses)\w*)|sts:getcalleridentity|ecr:(getauthorizationtoken|batchchecklayeravailability|getdownloadurlforlayer|batchgetimage)|[\w-]+:list[a-z]*)$/i;

export const isEveryday = (action: string): boolean => EVERYDAY.test(action);
