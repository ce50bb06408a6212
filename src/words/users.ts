/** What the command line says of users, and of who may reach the pages. */
import type { Bilingual } from './bilingual.ts';

export const userWords = {
  noAccounts: {
    zh: '没有启动：{host} 是其他电脑也能访问的地址，要先有用户。\n添加一个管理员：fajian user add 名字 --role administrator --data {data}\n只在本机用，就不要写 --host 和 --behind-proxy。',
    en: 'Not started: {host} can be reached from other computers, and there is no user yet.\nAdd an administrator: fajian user add NAME --role administrator --data {data}\nFor this computer only, leave --host and --behind-proxy out.',
  },
  plainConnection: {
    zh: '提醒：连接没有加密，同一网络上的人可能看到密码和报告。请用 --tls-cert 和 --tls-key 给出证书，或放在代理服务器后面（--behind-proxy、--origin）。',
    en: 'Warning: connections are not encrypted; others on the network may see passwords and reports. Give a certificate with --tls-cert and --tls-key, or put a proxy in front (--behind-proxy, --origin).',
  },
  noAdministrator: {
    zh: '提醒：没有管理员，网页上谁也不能改审核标准和设置。fajian user role 名字 --role administrator',
    en: 'Warning: there is no administrator, so nobody can change rules and settings on the pages. fajian user role NAME --role administrator',
  },
  proxyNeedsOrigin: {
    zh: '用 --behind-proxy 时要同时写 --origin，即浏览器里的地址，如 https://fajian.example',
    en: '--behind-proxy needs --origin as well: the address in the browser, such as https://fajian.example',
  },
  originAlone: {
    zh: '--origin 是给其他电脑用的，要和 --behind-proxy 或 --host 一起写；只在本机用就不要写。',
    en: '--origin is for other computers and needs --behind-proxy or --host; leave it out for this computer only.',
  },
  badTls: {
    zh: '证书或私钥用不了（{detail}）：{cert}，{key}。两者都要是 PEM 文件，并且是一对。',
    en: 'The certificate or its key cannot be used ({detail}): {cert}, {key}. Both must be PEM files that belong together.',
  },
  noCommand: {
    zh: '要写明做什么：user add、list、remove、password、role，例如 fajian user list',
    en: 'Say what to do: user add, list, remove, password or role, such as fajian user list',
  },
  unknown: {
    zh: '没有“user {name}”这个命令。可用：user add、list、remove、password、role',
    en: 'There is no command "user {name}". Known: user add, list, remove, password, role',
  },
  noName: { zh: '要写用户名：fajian user {command} 名字', en: 'A name is needed: fajian user {command} NAME' },
  moreNames: {
    zh: '一次只能一个用户；密码不写在命令里，运行后再输入。',
    en: 'One user at a time; the password is not part of the command, it is asked for.',
  },
  badName: {
    zh: '用户名“{name}”不能用：只用汉字、字母、数字和 . _ - ·，以字开头，至多 40 个字。',
    en: 'The name "{name}" cannot be used: letters (Chinese too), digits and . _ - · only, a letter or digit first, at most 40.',
  },
  noRole: {
    zh: '要写角色：--role reviewer（审核人）或 --role administrator（管理员）',
    en: 'A role is needed: --role reviewer or --role administrator',
  },
  there: { zh: '已有用户“{name}”。', en: 'There is a user "{name}" already.' },
  absent: { zh: '没有用户“{name}”。', en: 'There is no user "{name}".' },
  added: { zh: '已添加{role}“{name}”。', en: 'Added {role} "{name}".' },
  removed: { zh: '已移除用户“{name}”，其登录已失效。', en: 'Removed user "{name}"; sign-ins of it have ended.' },
  passwordSet: {
    zh: '已重设“{name}”的密码，原来的登录已失效。',
    en: 'Set a new password for "{name}"; earlier sign-ins have ended.',
  },
  roleSet: { zh: '“{name}”现在是{role}。', en: '"{name}" is now {role}.' },
  none: { zh: '还没有用户。', en: 'There are no users yet.' },
  askPassword: { zh: '“{name}”的密码（不显示）：', en: 'Password of "{name}" (not shown): ' },
  askAgain: { zh: '再输一遍：', en: 'Once more: ' },
  passwordsDiffer: { zh: '两遍不一样，没有保存。', en: 'The two differ; nothing was saved.' },
  noPassword: { zh: '没有输入密码，没有保存。', en: 'No password was given; nothing was saved.' },
} as const satisfies Readonly<Record<string, Bilingual>>;
