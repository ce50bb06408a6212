/** The application: pages that work as plain links and forms, over a store, rules and a clock handed in. */
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { compareRoutes } from './compare.ts';
import { createErrorHandler, errorPage } from './errors.ts';
import { intakeRoutes } from './intake.ts';
import { letterRoutes } from './letter.ts';
import type { AppOptions } from './options.ts';
import { chooseLanguage, createPages, type Env } from './page.ts';
import { registerRoutes } from './register.ts';
import { resultRoutes } from './result.ts';
import { reviewRoutes } from './review.ts';
import { ruleCorrectRoutes } from './rule-correct.ts';
import { ruleEditRoutes } from './rule-edit.ts';
import { ruleHistoryRoutes } from './rule-history.ts';
import { ruleTryRoutes } from './rule-try.ts';
import { rulesRoutes } from './rules.ts';
import { sampleRoutes } from './samples.ts';
import { securityHeaders } from './security.ts';
import { selfCheckRoutes } from './self-check.ts';
import { settingsRoutes } from './settings.ts';
import { createStatic } from './static.ts';

export function createApp(options: AppOptions): Hono<Env> {
  const assets = createStatic();
  const pages = createPages(options, assets.version);
  const app = new Hono<Env>();
  app.use(securityHeaders);
  app.use(chooseLanguage);
  app.use(csrf());
  app.route('/static', assets.routes);
  app.route('/', registerRoutes(options, pages));
  app.route('/samples', sampleRoutes(options, pages));
  app.route('/reports', intakeRoutes(options, pages));
  app.route('/reports', resultRoutes(options, pages));
  app.route('/reports', letterRoutes(options, pages));
  app.route('/reports', reviewRoutes(options, pages));
  app.route('/reports', compareRoutes(options, pages));
  app.route('/rules', rulesRoutes(options, pages));
  app.route('/rules', ruleEditRoutes(options, pages));
  app.route('/rules', ruleCorrectRoutes(options, pages));
  app.route('/rules', ruleTryRoutes(options, pages));
  app.route('/rules', ruleHistoryRoutes(options, pages));
  app.route('/rules', selfCheckRoutes(options, pages));
  app.route('/settings', settingsRoutes(options, pages));
  app.notFound(c => errorPage(c, pages, 404));
  app.onError(createErrorHandler(options, pages));
  return app;
}
