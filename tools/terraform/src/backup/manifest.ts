import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Below the folder of the backup, so that no manifest names a file of somewhere else. */
const file = z.string().regex(/^(outputs\.json|states\/[\w.-]+\.tfstate|users\/[\w.-]+\.users)$/);

/** What a backup has, and what of: `manifest.json` in its folder. */
export const manifestSchema = z.strictObject({
  format: z.literal('gatehouse-backup-1'),
  environment: z.string(),
  /** ISO 8601 */
  at: z.string(),
  /** That was checked out; nothing outside a repository. */
  commit: z.string().nullable(),
  /** Whether files differed from that commit. */
  changed: z.boolean(),
  states: z.array(
    z.strictObject({
      stack: z.string().nullable(),
      bucket: z.string(),
      key: z.string(),
      versionId: z.string(),
      lineage: z.string(),
      serial: z.number(),
      file,
      /** What the bucket still has of it, newest first; it is not in the backup. */
      earlier: z.array(z.strictObject({ versionId: z.string(), modified: z.string() })),
    }),
  ),
  users: z.array(
    z.strictObject({
      /** Of `addUserExport`. */
      output: z.string(),
      userPoolId: z.string(),
      keyArn: z.string(),
      users: z.number(),
      file,
    }),
  ),
  /** Ids of user pools whose users are not saved: they have no `addUserExport`. */
  poolsWithoutUsers: z.array(z.string()),
  /** SHA-256 by file. */
  files: z.record(file, sha256),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type SavedState = Manifest['states'][number];
export type SavedUsers = Manifest['users'][number];
