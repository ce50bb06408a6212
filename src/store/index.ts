/** What the folder gives to others: a data folder, opened. */
export { openStore, type Store, type StoreOptions } from './store.ts';
export {
  type DraftSummary,
  type NewDraft,
  type ReportHead,
  type ReportRecord,
  type ReportRow,
  StoreError,
} from './types.ts';
