/** Words for an engine that does not start. The steps of a trouble are its lines. */
export const START = {
  'start.memory': { zh: '内存不够，数据引擎没有启动', en: 'Too little memory: the data engine did not start' },
  'start.memory.why': {
    zh: '数据引擎在浏览器中运行，启动时需要的内存没有分配到。',
    en: 'The data engine runs inside the browser, and the memory it starts with was not to be had.',
  },
  'start.memory.steps': {
    zh: '关闭其他网页和程序，再刷新本页。\n浏览器是 32 位的，换成 64 位的。\n仍然不够的，请换一台内存 4 GB 以上的电脑。',
    en: 'Close other pages and programs, and reload this page.\nIf the browser is a 32-bit one, install the 64-bit one.\nIf that is not enough, use a machine with more than 4 GB of memory.',
  },
  'start.blocked': { zh: '数据引擎被拦下，没有启动', en: 'The data engine was stopped from starting' },
  'start.blocked.why': {
    zh: '浏览器设置、扩展或安全软件不允许本页运行 WebAssembly 程序。',
    en: 'A setting of the browser, an extension or a security product forbids this page to run WebAssembly.',
  },
  'start.blocked.steps': {
    zh: '停用拦截脚本的扩展，或者用无痕窗口打开本页。\nEdge：设置 → 隐私、搜索和服务 → 增强 Web 安全性，将本页地址加入例外。\n由单位统一管理的，请管理员对本页地址放行 WebAssembly；网关改写内容安全策略的，须保留其中的 wasm-unsafe-eval。',
    en: 'Switch off extensions that block scripts, or open this page in a private window.\nEdge: Settings → Privacy, search and services → Enhance your security on the web: add this address to the exceptions.\nWhere an organisation manages the browser: have WebAssembly allowed for this address; a gateway that rewrites the content policy must leave wasm-unsafe-eval in it.',
  },
  'start.files': { zh: '数据引擎的文件没有取到', en: 'The files of the data engine did not arrive' },
  'start.files.why': {
    zh: '本页已经打开，但数据引擎（约 7 MB）的文件缺失、不完整，或者在途中被拦下。',
    en: 'The page is here, but a file of the data engine (some 7 MB) is missing, incomplete or was stopped on its way.',
  },
  'start.files.steps': {
    zh: '检查网络后刷新本页。\n停用拦截脚本的扩展，再试一次。\n网站管理员请核对：发布目录中的 assets 文件夹齐全，扩展名为 .bin 的文件没有被网关或杀毒软件拦下。',
    en: 'Check the connection and reload this page.\nSwitch off extensions that block scripts, and try again.\nFor whoever runs the site: the folder assets must be complete, and no gateway or virus scanner may stop the file that ends in .bin.',
  },
  'start.other': { zh: '数据引擎没有启动', en: 'The data engine did not start' },
  'start.other.why': {
    zh: '浏览器给出的原因写在下面。',
    en: 'The reason the browser gives stands below.',
  },
  'start.other.steps': {
    zh: '刷新本页。\n仍然如此的，换一个较新的浏览器，或者用无痕窗口打开。\n还是不行的，把下面的原因告诉管理员。',
    en: 'Reload this page.\nIf that does not help, use a more recent browser or a private window.\nIf it still does not start, give the reason below to whoever looks after the site.',
  },
  'start.reason': { zh: '浏览器给出的原因：{reason}', en: 'Reason given by the browser: {reason}' },
  'start.reload': { zh: '刷新', en: 'Reload' },
  'start.slow': {
    zh: '启动比平时慢。首次打开须先取约 7 MB 的引擎文件；可以继续等待，也可以刷新重试。',
    en: 'This takes longer than usual. The first time some 7 MB of the engine are fetched; wait on, or reload.',
  },
} as const;
