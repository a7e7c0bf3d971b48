import type { PlannedChange } from '../../changes/planned-change';

export type Side = 'before' | 'after';

/** A way through a listener: a rule of it, or what it does with the rest. */
export interface Path {
  readonly at: PlannedChange;
  /** Key of the listener. */
  readonly listener: string;
  /** Rules are tried by it, the lowest first; the default comes last. */
  readonly priority: number;
  /** Keys of the target groups that requests go to. */
  readonly targets: readonly string[];
  /** Whether callers sign in first. */
  readonly signIn: boolean;
  /** No load balancer of this plan says that it is in a private network. */
  readonly public: boolean;
  /** `HTTP` */
  readonly protocol: string;
}

export interface FunctionTarget {
  readonly name: string;
  /** What makes it a target. */
  readonly at: PlannedChange;
}

export interface LoadBalancers {
  readonly paths: readonly Path[];
  /** Target group -> its functions. */
  readonly functions: ReadonlyMap<string, readonly FunctionTarget[]>;
}

/** Terraform has every type twice. */
export const TYPES = {
  balancer: ['aws_lb', 'aws_alb'],
  listener: ['aws_lb_listener', 'aws_alb_listener'],
  rule: ['aws_lb_listener_rule', 'aws_alb_listener_rule'],
  group: ['aws_lb_target_group', 'aws_alb_target_group'],
  attachment: ['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment'],
} as const;
