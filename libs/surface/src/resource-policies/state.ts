import type { Guarded } from './guarded';

/** By its name, for a plan does not say where its own state is. */
export const looksLikeState = (...names: readonly unknown[]): boolean =>
  names.some((name) => typeof name === 'string' && STATE.test(name));

/** A bucket that Terraform keeps its state in. */
export const isOfState = ({ after, before, holder, name }: Guarded): boolean =>
  holder.type === 's3' && looksLikeState(name, (after.owner ?? before.owner)?.address);

const STATE = /tf-?state|(terraform|tofu|cdktf)[-_. ]?(state|lock|backend)|(^|[-_. ])state([-_. ]|$)/i;
