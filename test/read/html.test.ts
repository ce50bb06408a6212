/** Saved pages: the article comes out whole, with its title and fields, without what stands around it. */
import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readSource } from '../../src/read/source.ts';
import { ReadError } from '../../src/read/types.ts';
import { utf8 } from './encode.ts';

function read(html: string): string {
  return readSource(utf8(html), '报告.html').text;
}

const around = {
  head: `<head><title>某县2023年法治政府建设年度报告_某县人民政府</title><style>p{}</style><script>var a="<div>脚本里的字</div>";</script></head>`,
  top: `<div class="header"><div class="logo">某县人民政府门户网站</div><ul class="nav"><li><a href="/">首页</a></li><li><a href="/x">政务公开</a></li></ul></div>
    <div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a>政务公开</a></div>`,
  foot: `<div class="footer"><p>主办：某县人民政府办公室</p><p>某ICP备12345678号</p></div>`,
};
const noise = ['材料汇编', '首页', '政务公开', '当前位置', '备12345678', '脚本里的字', '门户网站'];
const paragraphs = [
  '某县2023年法治政府建设年度报告',
  '2023年，县政府认真学习贯彻习近平法治思想，扎实推进法治政府建设，现将有关情况报告如下。',
  '一、主要举措和成效',
  '（一）全面履行政府职能。县行政复议机构收到行政复议申请23件，受理21件，审结20件。',
  '二、存在的不足和原因',
  '一些部门负责人出庭应诉的意识不强，执法人员的能力还需要提高。',
  '三、2024年工作安排',
  '继续加强法治政府建设，严格规范公正文明执法。',
];
const asParagraphs = paragraphs.map(text => `<p style="text-indent:2em">&emsp;&emsp;${text}</p>`).join('\n');

const articles = suite('the article');
const containers: readonly (readonly [string, string])[] = [
  ['#zoom', `<div id="zoom">${asParagraphs}</div>`],
  ['.TRS_Editor', `<div class="view TRS_UEDITOR trs_paper_default">${asParagraphs}</div>`],
  ['#UCAP-CONTENT', `<td id="UCAP-CONTENT">${asParagraphs}</td>`],
  ['.article', `<div class="article"><div>${asParagraphs}</div></div>`],
  ['.content', `<div class="container content"><div class="con-box">${asParagraphs}</div></div>`],
  ['no name at all', `<div><div class="a1"><div class="b7">${asParagraphs}</div></div></div>`],
  ['a layout of tables', `<table><tr><td><table><tr><td>${asParagraphs}</td></tr></table></td></tr></table>`],
  ['lines ended by br', `<div id="zoom">${paragraphs.map(text => `　　${text}`).join('<br/>\n')}</div>`],
  ['a page within one form', `<form id="aspnetForm"><div id="zoom">${asParagraphs}</div></form>`],
  ['shown by a script', `<div style="display: none" id="zoom">${asParagraphs}</div>`],
];
for (const [name, html] of containers) {
  articles(name, () => {
    const text = read(`<!DOCTYPE html><html>${around.head}<body>${around.top}${html}${around.foot}</body></html>`);
    assert.equal(text.split('\n'), paragraphs);
    for (const word of noise) assert.not(text.includes(word), word);
  });
}
articles('a page that leaves out html, head and body tags', () => {
  assert.equal(
    read(`<title>x</title><div id=zoom>${paragraphs.map(text => `<p>${text}`).join('')}</div>`).split('\n'),
    paragraphs,
  );
});
articles('lists of links beside an article without a name', () => {
  const links = `<div class="z9">${'<li><a href="#">某县某镇召开会议部署工作</a></li>'.repeat(12)}</div>`;
  const text = read(`<html><body><div class="k2">${asParagraphs}${links}</div></body></html>`);
  assert.equal(text.split('\n'), paragraphs);
});
articles('an article without a name keeps its last lines, whatever they begin with', () => {
  const lines = [...paragraphs, '关闭小散乱污企业3家，打印材料12份。', '打印 关闭', '电话：0700-6180000'];
  const text = read(`<html><body>${lines.map(line => `<p>${line}</p>`).join('\n')}</body></html>`);
  assert.equal(text.split('\n'), lines);
});
articles('text that a reader of the page does not see', () => {
  const text = read(
    `<div id="zoom">${asParagraphs}<p style="display:none">隐藏的广告</p><span hidden>另一条</span></div>`,
  );
  assert.equal(text.split('\n'), paragraphs);
});
articles('what stands above and below a list that holds nearly all of the text', () => {
  const most = `<ol>${`<li>${paragraphs[3]?.slice(3)}</li>`.repeat(20)}</ol>`;
  const text = read(`<html><body><p>${paragraphs[0]}</p>${most}<p>某县司法局</p></body></html>`);
  assert.is(text.split('\n')[0], paragraphs[0]);
  assert.is(text.split('\n').at(-1), '某县司法局');
});
articles('a seed made into a page comes out with every character', () => {
  for (const name of readdirSync('seeds')) {
    const lines = readFileSync(`seeds/${name}`, 'utf8')
      .split(/\r?\n/)
      .map(line => line.trim())
      .filter(line => line !== '');
    const html = `<html>${around.head}<body>${around.top}<div id="zoom">${lines.map(line => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('\n')}</div>${around.foot}</body></html>`;
    const letters = (text: string): string => text.replace(/\s/g, '');
    assert.ok(letters(read(html)).endsWith(letters(lines.join(''))), name);
  }
});
articles('a line end in a document saved by LibreOffice is a blank', () => {
  const html = `<html><head><meta name="generator" content="LibreOffice 7.4"/></head><body>${asParagraphs}<p>公开目录:通知公告\n公开责任部门:县司法局</p></body></html>`;
  assert.is(read(html).split('\n').at(-1), '公开目录:通知公告 公开责任部门:县司法局');
});
articles('header and footer of a document saved by LibreOffice are left out', () => {
  const edge = (name: string, text: string): string => `<div title="${name}"><p align="center">${text}</p></div>`;
  const html = `<html><body>${edge('header', '年度报告材料汇编')}${asParagraphs}${edge('footer', '— 1 —')}</body></html>`;
  assert.equal(
    read(html)
      .split('\n')
      .map(line => line.trim()),
    paragraphs,
  );
});
articles.run();

const markup = suite('the marks of a page');
const inner: readonly (readonly [string, string, string])[] = [
  ['entities', '受理率达&nbsp;100&#37;，&ldquo;一件事&rdquo;&lt;试行&gt;', '受理率达 100%，“一件事”<试行>'],
  [
    'inline elements do not break a word',
    '行政<b>复</b><span>议</span>案件<font color=red>23</font>件',
    '行政复议案件23件',
  ],
  ['a line end of the file between Chinese characters is no blank', '行政\n      复议案件23件', '行政复议案件23件'],
  ['a line end between other words is one blank', 'rule of\n   law', 'rule of law'],
  ['comments', '甲<!-- 乙 -->丙', '甲丙'],
  [
    'cells are set apart',
    '<table><tr><th>项目</th><th>件数</th></tr><tr><td><p>受理</p></td><td><p>23</p></td></tr></table>',
    '项目\t件数\n受理\t23',
  ],
  ['an empty cell keeps its place', '<table><tr><td>受理</td><td></td><td>23</td></tr></table>', '受理\t\t23'],
  [
    'pairs of label and value',
    '<table><tr><td>索 引 号：</td><td>A01/2024-1</td><td>成文日期：</td><td>2024-01-20</td></tr></table>',
    '索引号:A01/2024-1\n成文日期:2024-01-20',
  ],
  ['pre keeps its tabs', '<pre>项目\t件数\n\t受理\t23</pre>', '项目\t件数\n受理\t23'],
  ['pre keeps its lines', '<pre>第一行\n第二行</pre>', '第一行\n第二行'],
];
markup('an article that is one pre keeps its lines', () => {
  const lines = ['青禾县年度报告', '', ...paragraphs, '青禾县人民政府'];
  assert.is(read(`<pre>${lines.join('\n')}</pre>`), lines.filter(line => line !== '').join('\n'));
});
for (const [name, html, text] of inner) {
  markup(name, () => {
    assert.is(read(`<div id="zoom"><p>${paragraphs[1]}</p><div>${html}</div></div>`), `${paragraphs[1]}\n${text}`);
  });
}
markup.run();

const lists = suite('numbers of lists');
const items = (...texts: readonly string[]): string => texts.map(text => `<li>${text}</li>`).join('');
const numberedLists: readonly (readonly [string, string, string])[] = [
  ['digits', `<ol>${items('甲', '乙')}</ol>`, '1.甲\n2.乙'],
  ['signs are none', `<ul>${items('甲', '乙')}</ul>`, '甲\n乙'],
  ['start', `<ol start="3">${items('甲', '乙')}</ol>`, '3.甲\n4.乙'],
  ['a start that is no number', `<ol start="x">${items('甲')}</ol>`, '1.甲'],
  ['value', `<ol><li>甲</li><li value="5">乙</li><li>丙</li></ol>`, '1.甲\n5.乙\n6.丙'],
  ['reversed', `<ol reversed>${items('甲', '乙')}</ol>`, '2.甲\n1.乙'],
  ['letters', `<ol type="a">${items('甲', '乙')}</ol>`, 'a.甲\nb.乙'],
  ['Roman', `<ol type="I">${items('甲', '乙')}</ol>`, 'I.甲\nII.乙'],
  [
    'Chinese numbers by style',
    `<ol style="list-style-type:cjk-ideographic">${items('甲', '乙')}</ol>`,
    '一、甲\n二、乙',
  ],
  [
    'at ten and above',
    `<ol start="10" style="list-style:simp-chinese-informal inside">${items('甲', '乙')}</ol>`,
    '十、甲\n十一、乙',
  ],
  ['a list of signs that the style numbers', `<ul style="list-style-type: decimal;">${items('甲')}</ul>`, '1.甲'],
  ['no number by style', `<ol style="list-style: none">${items('甲')}</ol>`, '甲'],
  ['the style of the item', `<ol><li style="list-style-type:trad-chinese-informal">甲</li></ol>`, '一、甲'],
  [
    'the style of another rule',
    `<style>.cn{color:red;list-style-type:cjk-ideographic} #x ol{list-style:none}</style><ol class="a cn">${items('甲')}</ol>`,
    '一、甲',
  ],
  [
    'a rule for lists inside others, the more exact one first',
    `<style>/* all */ .TRS ol{list-style-type:simp-chinese-informal} @media print{ol{list-style:none}} .TRS > ol.low{list-style:decimal}</style>
     <div class="TRS"><p>正文</p><ol>${items('甲')}</ol><ol class="low">${items('乙')}</ol></div><ol>${items('丙')}</ol>`,
    '正文\n一、甲\n1.乙\n1.丙',
  ],
  [
    'of two rules that weigh the same the later one, inside a rule for screens too',
    `<style><!-- .a{list-style:disc} @media screen { .b{list-style-type:cjk-ideographic} } --></style><ol class="a b">${items('甲')}</ol>`,
    '一、甲',
  ],
  [
    'a number that the style draws',
    `<style>.n{list-style:none}.n>li{counter-increment:x}.n>li:before{content:"（" counter(x, cjk-ideographic) "）"}</style><ol class="n">${items('甲', '乙')}</ol>`,
    '（一）甲\n（二）乙',
  ],
  [
    'rules of a form that is not read',
    `<style>ol[type]{list-style:none} ol:first-child{list-style:none} p + ol{list-style:none} .a{list-style:none}</style><ol>${items('甲')}</ol>`,
    '1.甲',
  ],
  ['a style for all lists', `<style>ul,ol { list-style:none }</style><ol>${items('甲')}</ol>`, '甲'],
  [
    'lists that an editor draws',
    `<ol class="custom_cn2 list-paddingleft-1"><li class="list-cn-3-1"><p>甲</p></li><li><p>乙</p></li></ol>`,
    '（一）甲\n（二）乙',
  ],
  [
    'a number that was typed stands alone',
    `<ol>${items('一、甲', '（二）乙', '3.丙', '4、丁', '⑤戊', '其他')}</ol>`,
    '一、甲\n（二）乙\n3.丙\n4、丁\n⑤戊\n6.其他',
  ],
  ['a number before digits', `<ol>${items('2025年办结3件', '3.5公里')}</ol>`, '1. 2025年办结3件\n2. 3.5公里'],
  [
    'lists in lists',
    `<ol><li>甲<ol type="i">${items('子', '丑')}</ol></li><li>乙<ul>${items('寅')}</ul></li></ol>`,
    '1.甲\ni.子\nii.丑\n2.乙\n寅',
  ],
  ['items that are not closed', `<ol><li><p>甲</p><li><p>乙</p></ol><ol start=3><li>丙</ol>`, '1.甲\n2.乙\n3.丙'],
  ['an item of two paragraphs', `<ol><li><p>甲</p><p>子</p></li><li><b> </b><p>乙</p></li></ol>`, '1.甲\n子\n2.乙'],
  ['an empty item gives its number to nobody', `<ol><li></li><li>乙</li></ol>丙`, '2.乙\n丙'],
  ['an item that is not shown', `<ol><li style="display:none">甲</li><li>乙</li></ol>`, '1.乙'],
  ['an item without a list', `<div>${items('甲')}</div>`, '甲'],
];
for (const [name, html, text] of numberedLists) {
  lists(name, () => {
    assert.is(read(`<div id="zoom"><p>${paragraphs[1]}</p><div>${html}</div></div>`), `${paragraphs[1]}\n${text}`);
  });
}

const ofOffice = (html: string): string =>
  read(
    `<html><head><meta name="generator" content="LibreOffice 7.4"/></head><body><p>${paragraphs[1]}</p>${html}</body></html>`,
  )
    .split('\n')
    .slice(1)
    .join('\n');
const officeLists: readonly (readonly [string, string, string])[] = [
  [
    'levels of a list as papers number them, going on behind paragraphs',
    `<ol><li><p>甲</p></ol><p>正文</p><ol><ol><li><p>子</p></ol></ol><p>正文</p>
     <ol><ol start="2"><li><p>丑</p><ol><li><p>小</p><ol><li><p>细</p><ol><li><p>微</p></ol></ol><li><p>少</p></ol></ol><li><p>乙</p><ol><ol><li><p>又</p></ol></ol></ol>`,
    '一、甲\n正文\n（一）子\n正文\n（二）丑\n1.小\n（1）细\n①微\n2.少\n二、乙\n1.又',
  ],
  [
    'above numbers that were typed',
    `<ol><li>甲</ol><p>（一）子</p><p>正文</p><ol start=2><li>乙</ol>`,
    '一、甲\n（一）子\n正文\n二、乙',
  ],
  ['below numbers that were typed', `<p>一、总体</p><ol><li>甲<ol><li>子</ol></ol>`, '一、总体\n（一）甲\n1.子'],
  [
    'between numbers that were typed',
    `<p><b>一</b>、总体</p><ol><li>甲</ol><p>1.其中</p>`,
    '一、总体\n（一）甲\n1.其中',
  ],
  [
    'below two that were typed',
    `<p>一、总体</p><p>（一）领导</p><ol><li>甲<li>乙</ol>`,
    '一、总体\n（一）领导\n1.甲\n2.乙',
  ],
  [
    'above numbers that run on',
    `<ol><li>甲：今年好。（一）子。办了。<li>乙</ol>`,
    '一、甲：今年好。（一）子。办了。\n二、乙',
  ],
  ['a list alone', `<ol><li>甲<li>乙</ol>`, '1.甲\n2.乙'],
  ['letters stay', `<ol type="A"><li>甲<ol><li>子</ol></ol>`, 'A.甲\n（一）子'],
];
for (const [name, html, text] of officeLists)
  lists(`a page of LibreOffice: ${name}`, () => assert.is(ofOffice(html), text));
lists.run();

const heads = suite('title and fields');
const untitled = paragraphs
  .slice(1)
  .map(text => `<p>${text}</p>`)
  .join('');
const body = paragraphs.slice(1).join('\n');
const pages: readonly (readonly [string, string, readonly string[]])[] = [
  ['h1 outside the article', `<h1>某县2023年法治政府建设年度报告</h1>`, ['某县2023年法治政府建设年度报告']],
  [
    'the page name without the name of the site',
    `<title>某县2023年法治政府建设年度报告-某县人民政府</title>`,
    ['某县2023年法治政府建设年度报告'],
  ],
  [
    'the page name before _',
    `<title>某县2023年法治政府建设年度报告_某县人民政府</title>`,
    ['某县2023年法治政府建设年度报告'],
  ],
  [
    'a table of fields',
    `<table><tr><td>索 引 号：</td><td>000123/2024-001</td><td>主题分类：</td><td>司法</td></tr><tr><td>发布机构：</td><td>某县司法局</td><td>发文日期：</td><td>2024年01月20日</td></tr><tr><td>标　　题：</td><td colspan=3>某县2023年报告</td></tr><tr><td>文号：</td><td></td><td>有效性：</td><td>有效</td></tr></table>`,
    [
      '索引号:000123/2024-001',
      '主题分类:司法',
      '发布机构:某县司法局',
      '发文日期:2024年01月20日',
      '标题:某县2023年报告',
      '有效性:有效',
    ],
  ],
  [
    'fields in a list',
    `<ul><li><b>索引号：</b><span>A-1</span></li><li><b>发布机构：</b>某镇人民政府</li></ul>`,
    ['索引号:A-1', '发布机构:某镇人民政府'],
  ],
  [
    'fields in one line, with what says nothing',
    `<div>发布日期：2024-01-31 10:20&nbsp;&nbsp;来源：某县司法局　浏览次数：<span>23</span> 字体：[大 中 小]</div>`,
    ['发布日期:2024-01-31 10:20', '来源:某县司法局'],
  ],
  [
    'label and value in blocks of their own',
    `<div><div>发布机构：</div><div>某县财政局</div></div>`,
    ['发布机构:某县财政局'],
  ],
  [
    'the day of publication from the head of the page',
    `<head><meta name="PubDate" content="2024-01-31 09:30"></head>`,
    ['发布日期:2024-01-31'],
  ],
  [
    'a day that the page shows, before that of its head',
    `<meta name="PubDate" content="2024-03-31"><p>发布时间：2024年1月31日</p>`,
    ['发布时间:2024年1月31日'],
  ],
  [
    'terms and descriptions',
    `<dl><dt>成文日期</dt><dd>2024-02-01</dd><dt>文号</dt><dd>无</dd></dl>`,
    ['成文日期:2024-02-01', '文号:无'],
  ],
];
for (const [name, html, lines] of pages) {
  heads(name, () => {
    assert.is(read(`<html><body>${html}<div id="zoom">${untitled}</div></body></html>`), [...lines, body].join('\n'));
  });
}
const siteNames = [
  '某县人民政府',
  '某县人民政府门户网站',
  '政府信息公开平台',
  '某县自然资源局',
  '首页_某县人民政府办公室',
];
for (const name of siteNames) {
  heads(`${name} is no title of an article`, () => {
    assert.is(read(`<title>${name}</title><h1>${name}</h1><div id="zoom">${untitled}</div>`), body);
  });
}
heads('a title that the article repeats stands once', () => {
  assert.is(read(`<h1>${paragraphs[0]}</h1><div id="zoom">${asParagraphs}</div>`), paragraphs.join('\n'));
});
heads.run();

const bounds = suite('pages beyond any real one');
const beyond: readonly (readonly [string, string])[] = [
  ['nesting', '<div>'.repeat(200_000)],
  ['tags', '<b>字</b>'.repeat(400_000)],
  ['comments that never end', '<p>字'.repeat(10) + '<!-- '.repeat(500_000)],
  ['lists in lists', `<ol><li>字${'<ol>'.repeat(2500)}${'<li>字'.repeat(100_000)}`],
  ['items in one another', '<ol>'.concat('<li><span>字'.repeat(2900))],
  ['styles without end', `<style>${'ol .a,'.repeat(300_000)}</style><ol><li>字`],
  [
    'rules that every item fits',
    `<style>${'div ol li,x div li{list-style:none}'.repeat(50_000)}</style>${'<div>'.repeat(60)}<ol>${'<li>字'.repeat(90_000)}`,
  ],
  ['rules that are not closed', `<style>${'@media screen{ol{list-style:none '.repeat(100_000)}</style><ol><li>字`],
  ['comments of a style that never end', `<style>${'/*'.repeat(500_000)}</style><ol><li>字`],
  ['classes without end', `<ol><li class="${'a '.repeat(500_000)}">字`],
  ['scripts that never end', `<p>字</p>${'<script>'.repeat(300_000)}`],
];
for (const [name, html] of beyond) {
  bounds(`${name}: read or refused, never hung`, () => {
    try {
      assert.type(readSource(utf8(html), 'a.html').text, 'string');
    } catch (error) {
      assert.instance(error, ReadError);
    }
  });
}
bounds('nesting that a page can have is read', () => {
  assert.is(read(`${'<div>'.repeat(2000)}<p>${paragraphs[1]}</p>`), paragraphs[1]);
});
bounds.run();
