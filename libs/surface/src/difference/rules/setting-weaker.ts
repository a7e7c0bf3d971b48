import { differenceRule } from '../../findings/rule';
import { sessionDocuments } from '../session-documents';
import { worseSettings } from '../worse-settings';

export const settingWeaker = differenceRule({
  id: 'setting-weaker',
  severity: 'high',
  title: 'Protection turned down',
  why: 'What a setting refused, recorded or ended after a time, it lets through from now on; a key of your own is a second permission that a reader needs.',
  remediation: 'Restore the setting.',
  page: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/security.html',
  find: (comparison) => [...worseSettings('setting-weaker', comparison), ...sessionDocuments(comparison)],
});
