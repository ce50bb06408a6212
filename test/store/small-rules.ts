/** A rule file of two requirements, small enough that a change can be followed by eye. */
export const smallRules = `{
  // 供测试用
  "id": "small", "version": "1.0.0",
  "title": { "zh": "小标准", "en": "Small rules" },
  "recognise": { "any": ["法治政府建设"], "kinds": [], "years": { "from": 2015 } },
  "zones": [
    { "zone": "plan", "headings": ["下一年度安排"], "cues": [] }
  ],
  "terms": { "诉讼": [] },
  "sources": {
    "S": { "title": "示例规定", "certainty": "proposal" }
  },
  "groups": [
    {
      "id": "litigation", "title": { "zh": "行政应诉", "en": "Litigation" },
      "requirements": [
        {
          "id": "lit.appearance", "kind": "quantity", "tier": "必报",
          "points": 5,
          "title": { "zh": "出庭应诉率", "en": "Appearance rate" },
          "met": "写明了出庭应诉率", "gap": "未写明出庭应诉率",
          "fix": "写明比率，例如：出庭应诉率____%。",
          "of": ["出庭应诉率"],
          "unit": ["%"],
          "about": ["出庭应诉"],
          "examples": {
            "met": ["出庭应诉率98%。"],
            "missing": [{ "zone": "plan", "text": "力争出庭应诉率达到100%。" }]
          }
        },
        {
          "id": "lit.cases", "kind": "quantity", "tier": "应写",
          "points": 2,
          "title": { "zh": "应诉案件数", "en": "Cases" },
          "met": "写明了应诉案件数", "gap": "未写明应诉案件数",
          "fix": "写明件数，例如：全年办理行政应诉案件____件。",
          "appliesTo": { "levels": ["county", "department"], "optionalFor": ["department"] },
          "of": ["行政应诉案件"],
          "unit": ["件"],
          "examples": { "met": ["全年办理行政应诉案件12件。"] }
        }
      ]
    }
  ],
  "outcomes": [{ "id": "complete-it", "title": { "zh": "需补正", "en": "To be completed" } }]
}
`;

/** The rule file with each text on the left replaced by that on the right. */
export function changed(changes: Readonly<Record<string, string>>): string {
  let text = smallRules;
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`the small rules have no ${from}`);
    text = text.replace(from, to);
  }
  return text;
}
