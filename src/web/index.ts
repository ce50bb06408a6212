/** The pages of the tool, and how to serve them. */
export type { Access } from './access.ts';
export { createApp } from './app.ts';
export { isLoopback } from './gate.ts';
export type { AppOptions, Check, Corrections, RuleSource, RulesInForce } from './options.ts';
export { type Log, type LogEntry, withoutQuotes } from './request-log.ts';
export { ServeError, type Serving, serveApp } from './server.ts';
export { Sessions } from './sessions.ts';
export { Throttle } from './throttle.ts';
export { UnderWay } from './under-way.ts';
