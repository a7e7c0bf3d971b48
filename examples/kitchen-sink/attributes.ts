import { type AttributesProps } from '@gatehouse/cognito';

type Custom = 'tenant' | 'note' | 'seats' | 'score' | 'beta' | 'since';

/** Who people are: every type of attribute, and standard ones that are not as they are by default. */
export const attributes: AttributesProps<Custom> = {
  standardAttributes: { birthdate: { mutable: false }, middleName: { mutable: false }, updatedAt: { mutable: false } },
  customAttributes: {
    tenant: { type: 'string', minLength: 2, maxLength: 36, mutable: false },
    note: { type: 'string' },
    seats: { type: 'number', min: 1, max: 500 },
    score: { type: 'number' },
    beta: { type: 'boolean' },
    since: { type: 'dateTime' },
  },
};
