/** One self-contained HTML file of a result: no link leads out of it and it needs no script. */
import Handlebars from 'handlebars';
import type { Renderer } from './templates.ts';
import { styleSheet } from './templates.ts';
import type { ResultView } from './view-types.ts';

export function resultHtml(result: ResultView, renderer: Renderer): string {
  return renderer.page('export', {
    page: { htmlLang: htmlLang(result.lang) },
    // The project's own file, so no foreign text passes unescaped.
    css: new Handlebars.SafeString(styleSheet()),
    result,
    // On paper and without a click nothing may be hidden.
    unfold: true,
    reviewing: null,
    correcting: '',
  });
}

/** Language tag of a page. */
export const htmlLang = (lang: ResultView['lang']): string => (lang === 'zh' ? 'zh-CN' : 'en');
