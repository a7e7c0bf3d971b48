import { differenceRule } from '../../findings/rule';
import { scheduledCalls } from '../scheduled-calls';

export const scheduledCommand = differenceRule({
  id: 'scheduled-command',
  severity: 'high',
  title: 'Event, schedule or state machine runs scripts, or gives rights',
  why: 'What runs by itself needs nobody who signs in: a script on a machine, or a call that changes who may do what, again and again.',
  remediation:
    'Run it by hand or in a pipeline that reviews it, or name a function or document of yours that does only that.',
  page: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html',
  find: scheduledCalls,
});
