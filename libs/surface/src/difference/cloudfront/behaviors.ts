import { isUnknown } from '../../model/value';
import { isObject } from '../../terraform/unreadable';

type Values = Readonly<Record<string, unknown>>;

/** What a CloudFront distribution does with the requests for some paths. */
export interface Behavior {
  /** `*` is that of all paths without one of their own. */
  readonly path: string;
  readonly origin: string;
  /** Whose keys sign URLs and cookies; none: nobody has to sign. Undefined: not known. */
  readonly signers: readonly string[] | undefined;
  readonly viewerProtocol: unknown;
  /** Functions that see requests before they are answered, without their version. */
  readonly onRequest: string | undefined;
  readonly methods: readonly string[];
  /** What of `OPTIONS` and `GET` is kept. */
  readonly cachedMethods: readonly string[];
  readonly isRecorded: boolean;
  /** All arguments. */
  readonly values: Values;
}

/** The behaviors of an `aws_cloudfront_distribution`, by path. */
export const behaviorsOf = (values: Values): ReadonlyMap<string, Behavior> =>
  new Map(
    [...blocks(values['ordered_cache_behavior']), ...blocks(values['default_cache_behavior'])].map((each) => {
      const path = typeof each['path_pattern'] === 'string' ? each['path_pattern'] : '*';
      return [path, behaviorOf(path, each)];
    }),
  );

function behaviorOf(path: string, values: Values): Behavior {
  const signers = [values['trusted_key_groups'], values['trusted_signers']];
  const functions = [...blocks(values['function_association']), ...blocks(values['lambda_function_association'])];
  const onRequest = functions
    .filter(({ event_type }) => String(event_type).endsWith('-request'))
    .map(({ function_arn, lambda_arn }) => function_arn ?? lambda_arn)
    .map((arn) => (typeof arn === 'string' ? arn.replace(/:\d+$/, '') : 'a function'));
  return {
    path,
    origin: String(values['target_origin_id']),
    signers: signers.some(isUnknown)
      ? undefined
      : signers.flatMap((list) => (Array.isArray(list) ? list.map(nameOf) : [])),
    viewerProtocol: values['viewer_protocol_policy'],
    onRequest: onRequest.length === 0 ? undefined : onRequest.sort().join(', '),
    methods: textsIn(values['allowed_methods']),
    cachedMethods: textsIn(values['cached_methods']),
    isRecorded: isUnknown(values['realtime_log_config_arn']) || (values['realtime_log_config_arn'] ?? '') !== '',
    values,
  };
}

const nameOf = (each: unknown): string => (isUnknown(each) ? 'known after apply' : String(each));

/** Origins by the id that behaviors name. */
export const originsOf = (values: Values): ReadonlyMap<string, Values> =>
  new Map(blocks(values['origin']).map((origin) => [String(origin['origin_id']), origin]));

/** A bucket gives everyone the same answer. */
export const isBucket = (origin: Values | undefined): boolean =>
  origin !== undefined &&
  (/\.s3[.-]/.test(String(origin['domain_name'])) || (origin['origin_access_control_id'] ?? '') !== '') &&
  blocks(origin['custom_origin_config']).length === 0;

export const textsIn = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];

export const blocks = (value: unknown): readonly Values[] =>
  Array.isArray(value) ? value.filter((each) => isObject(each) && !isUnknown(each)) : [];
