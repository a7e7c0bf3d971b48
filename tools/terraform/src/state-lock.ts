/** Who holds a state lock, as Terraform wrote it into the lock object. */
export interface StateLock {
  readonly id: string;
  /** `bucket/key` */
  readonly path: string;
  /** What the holder runs, e.g. `OperationTypeApply`. */
  readonly operation: string;
  /** `user@host` */
  readonly who: string;
  readonly created: string;
}

/** Reads the "Lock Info" block of a lock error, which Terraform prints as text even in its JSON stream. */
export function parseStateLock(detail: string): StateLock | undefined {
  const field = (name: string): string => new RegExp(`^\\s*${name}:[ \\t]*(.*)$`, 'm').exec(detail)?.[1]?.trim() ?? '';
  const id = field('ID');
  if (!detail.includes('Lock Info:') || !id) return undefined;
  const [path, operation, who, created] = [field('Path'), field('Operation'), field('Who'), field('Created')];
  return { id, path, operation, who, created };
}

/** Whether a lock was there when Terraform asked for it, and gone when it looked whose it is. */
export const isReleased = (detail: string): boolean =>
  detail.includes('StatusCode: 412') && /\.tflock.*StatusCode: 404/s.test(detail);
