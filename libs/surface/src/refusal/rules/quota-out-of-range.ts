import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

/** Days in which a quota may begin later, by its period. */
const LATEST: Readonly<Record<string, number>> = { DAY: 0, WEEK: 6, MONTH: 27 };

export const quotaOutOfRange = refusalRule({
  id: 'quota-out-of-range',
  severity: 'high',
  title: 'Quota of a usage plan out of range',
  why: 'A quota allows at least one request; its offset is 0 for a day, 0 to 6 for a week, 0 to 27 for a month.',
  remediation: 'Raise the limit, or lower the offset.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_QuotaSettings.html',
  find: ({ usagePlans }) =>
    violations('usage plan', usagePlans, ({ quota }) => {
      if (!quota) return undefined;
      const { limit, offset = 0, period } = quota;
      const latest = typeof period === 'string' ? LATEST[period] : undefined;
      return [
        {
          when: typeof limit === 'number' && limit < 1,
          message: `API Gateway refuses a quota of ${String(limit)} requests; it needs at least 1.`,
        },
        {
          when: typeof offset === 'number' && latest !== undefined && (offset < 0 || offset > latest),
          message: `API Gateway refuses the offset ${String(offset)} of a quota per ${String(period)}; it accepts ${latest === 0 ? '0' : `0 to ${latest}`}.`,
        },
      ];
    }),
});
