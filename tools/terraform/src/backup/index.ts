export { defaultBackup, newestBackup, wholeFolder } from './backup-folder';
export { checkedOut } from './checked-out';
export { compareStates } from './compare-states';
export { type CurrentState, currentStates } from './current-states';
export { movedText, type Move } from './emulated-config';
export { type Manifest, type SavedUsers } from './manifest';
export { type Backup, readBackup, sumOf } from './read-backup';
export { emulatedStacks, rehearseStates } from './rehearse-states';
