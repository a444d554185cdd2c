import type { WayOut } from '../../egress';
import type { Label } from '../../domain';

const label = (zh: string, en: string): Label => ({ zh, en });

/** The ways out of a machine, in words. */
export const WAYS_OUT: Readonly<Record<WayOut, Label>> = {
  fetch: label('取数请求（fetch）', 'a request (fetch)'),
  request: label('取数请求（XMLHttpRequest）', 'a request (XMLHttpRequest)'),
  beacon: label('关页时发送（sendBeacon）', 'a message on leaving (sendBeacon)'),
  socket: label('长连接（WebSocket）', 'a connection (WebSocket)'),
  events: label('事件流（EventSource）', 'a stream of events (EventSource)'),
  transport: label('传输流（WebTransport）', 'a transport (WebTransport)'),
  peer: label('浏览器直连（WebRTC）', 'a connection to another browser (WebRTC)'),
  import: label('引入外部模块', 'importing a module'),
  worker: label('由新开的线程请求', 'a request by a new worker'),
  image: label('图片', 'an image'),
  media: label('音视频', 'sound or video'),
  script: label('脚本', 'a script'),
  style: label('样式表', 'a style sheet'),
  font: label('字体', 'a font'),
  frame: label('内嵌网页', 'a frame'),
  object: label('内嵌对象', 'an embedded object'),
  query: label('查询语句读取外部文件', 'a query that reads a file elsewhere'),
};

/** Words of the page that tries the ways out. */
export const EGRESS = {
  'egress.trying': label('正在逐条尝试', 'Trying each of them'),
  'egress.closed': label('试了 {count} 条外传途径，全部不通', 'All {count} ways out of this machine are closed'),
  'egress.open': label('{count} 条外传途径是通的', '{count} ways out of this machine are open'),
  'egress.unclear': label(
    '试了 {count} 条外传途径，没有发现通的；有 {unclear} 条浏览器没有说明原因',
    'Of {count} ways out of this machine none was found open; of {unclear} the browser does not say why they failed',
  ),
  'egress.lede': label(
    '本页在这台计算机上读文件、算指标，不向任何地方发送数据。这里由页面、读文件的线程和数据库各自去连一个不存在的地址，看浏览器是否拦住。',
    'This page reads files and counts on this machine and sends nothing anywhere. Here the page, the worker that reads files and the database each try to reach an address that nobody has, to see whether the browser stops them.',
  ),
  'egress.page': label('页面', 'The page'),
  'egress.reader': label('读文件的线程', 'The worker that reads files'),
  'egress.database': label('数据库', 'The database'),
  'egress.way': label('途径', 'Way'),
  'egress.finding': label('结果', 'Finding'),
  'egress.isClosed': label('不通', 'closed'),
  'egress.isOpen': label('通', 'open'),
  'egress.isUnclear': label('未说明', 'not told'),
  'egress.again': label('再试一次', 'Try again'),
  'egress.failed': label('没有试成：{reason}', 'Could not be tried: {reason}'),
  'egress.openWhat': label(
    '请换用较新的浏览器，或检查网站是否改动了页面的安全策略；在此之前不要读入文件。',
    'Use a newer browser, or check whether the site changed the security policy of the page; read no files until then.',
  ),
  'egress.rest': label('页面管不到的', 'What a page cannot close'),
  'egress.restLinks': label(
    '使用者自己点开的链接。本产品的页面上没有通向外部的链接。',
    'Links that a person follows. The pages of this product have none that lead outside.',
  ),
  'egress.restExtensions': label(
    '浏览器的扩展程序和同机的其他软件，它们不受页面约束。',
    'Extensions of the browser and other programs of the machine; no page governs them.',
  ),
  'egress.restFiles': label(
    '使用者保存下来的文件，之后交给谁由使用者决定。',
    'Files a person saved: whom they are given to is theirs to decide.',
  ),
} as const satisfies Record<string, Label>;
