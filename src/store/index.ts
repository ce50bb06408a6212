/** What the folder gives to others: a data folder, opened. */
export { type Account, Accounts, foldAccount, isAccountName } from './accounts.ts';
export { type Activity, type ActivityKind, ActivityLog } from './activity.ts';
export { type PasswordMistake, passwordLength, passwordMistake } from './password.ts';
export { type Role, roles } from './roles.ts';
export { openStore, type Store, type StoreOptions } from './store.ts';
export {
  type DraftSummary,
  type NewDraft,
  type ReportHead,
  type ReportRecord,
  type ReportRow,
  StoreError,
} from './types.ts';
