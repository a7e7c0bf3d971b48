export interface Limits {
  /** Requests per second. @default - no limit */
  readonly rate?: number;
  /** Requests at once. @default the rate */
  readonly burst?: number;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html */
export class TokenBuckets {
  private readonly buckets = new Map<string, { tokens: number; at: number }>();

  /** Whether one more request fits. */
  take(name: string, { rate, burst = rate }: Limits): boolean {
    if (rate === undefined || burst === undefined) return true;
    const now = Date.now();
    const { tokens, at } = this.buckets.get(name) ?? { tokens: burst, at: now };
    const left = Math.min(burst, tokens + ((now - at) / 1000) * rate);
    this.buckets.set(name, { tokens: left < 1 ? left : left - 1, at: now });
    return left >= 1;
  }
}
