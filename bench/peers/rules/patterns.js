/** The patterns as one textlint rule: a message for each hit. */
import { patterns } from '../patterns.mjs';

const compiled = patterns.map(pattern => new RegExp(pattern, 'g'));

export default function ({ Syntax, report, RuleError, getSource }) {
  return {
    [Syntax.Document](node) {
      const text = getSource(node);
      for (const pattern of compiled)
        for (const hit of text.matchAll(pattern)) report(node, new RuleError(hit[0], { index: hit.index }));
    },
  };
}
