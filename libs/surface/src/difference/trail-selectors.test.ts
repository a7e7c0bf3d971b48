import { findingsOf } from '../../testing/real-plan';
import { handPlan } from '../../testing/hand-plan';

const found = (before: object, after: object, unknown = {}) =>
  findingsOf(handPlan({ 'aws_cloudtrail.t': [{ name: 't', ...before }, { name: 't', ...after }, unknown] })).map(
    ({ message, rule, severity }) => `${severity} ${rule}: ${message}`,
  );
const less = ['medium logs-weaker: Trail t: which events it records changes.'];

const events = (...event_selector: object[]) => ({ event_selector });
const advanced = (...conditions: object[]) => ({
  advanced_event_selector: conditions.map((field_selector) => ({ name: 'n', field_selector: [field_selector] })),
});
const insights = (...types: string[]) => ({ insight_selector: types.map((insight_type) => ({ insight_type })) });
const data = (...values: string[]) => ({ data_resource: [{ type: 'AWS::S3::Object', values }] });
const [management, objects] = [
  { field: 'eventCategory', equals: ['Management'] },
  { field: 'eventCategory', equals: ['Data'] },
];

describe('a trail that records fewer events is reported', () => {
  it.each([
    [events({ read_write_type: 'All' }), events({ read_write_type: 'WriteOnly' })],
    [events({}), events({ include_management_events: false, ...data('arn:aws:s3') })],
    [events(data('arn:a', 'arn:b')), events(data('arn:a'))],
    [events({}), events({ exclude_management_event_sources: ['kms.amazonaws.com'] })],
    [events({ read_write_type: 'ReadOnly' }), events({ read_write_type: 'WriteOnly' })],
    [events(data('arn:a')), {}],
    [{}, events({ read_write_type: 'ReadOnly' })],
    [{}, advanced(management)],
    [advanced(management, objects), advanced(management)],
    [insights('ApiCallRateInsight', 'ApiErrorRateInsight'), insights('ApiCallRateInsight')],
  ])('%j to %j', (before, after) => expect(found(before, after)).toEqual(less));

  it.each(['event_selector', 'advanced_event_selector', 'insight_selector'])('by %s that is not known', (name) =>
    expect(found({}, {}, { [name]: true })).toEqual(less),
  );
});

it.each([
  [events({ read_write_type: 'WriteOnly' }), events({ read_write_type: 'All' })],
  [events({ include_management_events: false, ...data('arn:a') }), events(data('arn:b', 'arn:a'))],
  [events({ exclude_management_event_sources: ['kms.amazonaws.com'] }), events({})],
  [events(data('arn:a')), events({ read_write_type: 'ReadOnly' }, data('arn:a'))],
  [{}, events({ read_write_type: 'All', include_management_events: true, ...data('arn:a') })],
  [events({ read_write_type: 'All' }), {}],
  [advanced(management), advanced(objects, management)],
  [insights('ApiCallRateInsight'), insights('ApiErrorRateInsight', 'ApiCallRateInsight')],
])('a trail that records as much or more is not: %j to %j', (before, after) =>
  expect(found(before, after)).toEqual([]),
);
