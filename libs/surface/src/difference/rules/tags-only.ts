import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule } from '../../findings/rule';
import { tagViolations } from './access-tag-changed';

export const tagsOnly = differenceRule({
  id: 'tags-only',
  severity: 'expected',
  title: 'Only tags change',
  why: 'Tags affect no one’s access unless a policy names them.',
  remediation: 'Nothing to do.',
  page: 'https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html',
  find: ({ plans, changes: all }) => {
    const deciding = new Set(tagViolations({ changes: all }).map(({ at }) => at));
    return plans.flatMap(({ changes }) => {
      const [first, ...others] = changes.filter((change) => isTagsOnly(change) && !deciding.has(change));
      if (!first) return [];
      const more = others.length === 0 ? '' : ` and ${others.length} more`;
      return [
        {
          at: first,
          subject: `${first.address}${more}`,
          message: `No one’s access changes: only tags of ${first.address}${more} do.`,
        },
      ];
    });
  },
});

export const isTagsOnly = ({ action, changed }: PlannedChange): boolean =>
  action === 'update' && changed.length > 0 && changed.every((name) => name === 'tags' || name === 'tags_all');
