/** The pages of the tool, and how to serve them. */
export { createApp } from './app.ts';
export type { AppOptions, Check, Corrections, RuleSource, RulesInForce } from './options.ts';
export type { Log, LogEntry } from './request-log.ts';
export { ServeError, type Serving, serveApp } from './server.ts';
