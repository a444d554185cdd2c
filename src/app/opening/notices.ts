import type { Label } from '../../domain';

/** What is said in the place of the page: what is the matter, why, and what to do. */
export interface Notice {
  readonly title: Label;
  readonly why: Label;
  readonly steps: readonly Label[];
  /** How what was found is introduced, for whoever looks after the machines; null where there is nothing to add. */
  readonly found: Label | null;
}

const UPDATE: Label = {
  zh: '请改用 {browsers} 或更新的版本打开本页。',
  en: 'Open this page in {browsers} or a later version.',
};

const DUAL: Label = {
  zh: '360、QQ、搜狗等浏览器有两种内核：点地址栏右侧的内核图标，改为“极速模式”，再刷新。',
  en: 'In browsers with two engines (360, QQ, Sogou) choose the fast mode at the right end of the address bar, and reload.',
};

const WINDOWS: Label = {
  zh: 'Windows 7、8 上能装的最后版本是 Chrome 109、Edge 109 和 Firefox 115 ESR，都可以用。',
  en: 'The last versions for Windows 7 and 8 are Chrome 109, Edge 109 and Firefox 115 ESR; each of them will do.',
};

const MISSING: Label = { zh: '缺少', en: 'missing' };

/** Each notice that may stand where the page would; `{browsers}` is the list of package.json. */
export const NOTICES = {
  old: {
    title: { zh: '当前浏览器版本过低，打不开本页', en: 'This browser is too old for the page' },
    why: {
      zh: '本页在浏览器里完成全部计算，需要浏览器具备的功能，当前浏览器缺少一部分。',
      en: 'The page does all its work inside the browser, and this one lacks part of what that takes.',
    },
    steps: [UPDATE, DUAL, WINDOWS],
    found: MISSING,
  },
  wasm: {
    title: { zh: '浏览器没有放行 WebAssembly，打不开本页', en: 'This browser does not let WebAssembly run' },
    why: {
      zh: '本页的数据引擎以 WebAssembly 运行，当前浏览器不支持它，或者它被安全设置关闭。',
      en: 'The data engine of the page is a WebAssembly program; this browser lacks WebAssembly or has it switched off.',
    },
    steps: [
      {
        zh: 'Edge：设置 → 隐私、搜索和服务 → 增强 Web 安全性，将本页地址加入例外。Safari：对本网站关闭“锁定模式”。',
        en: 'Edge: Settings → Privacy, search and services → Enhance your security on the web: add this address to the exceptions. Safari: switch Lockdown Mode off for this site.',
      },
      {
        zh: '由单位统一管理的浏览器或安全软件关闭了它的，请管理员对本页地址放行 WebAssembly。',
        en: 'If a policy of your organisation or a security product switched it off, have WebAssembly allowed for this address.',
      },
      UPDATE,
    ],
    found: MISSING,
  },
  worker: {
    title: { zh: '浏览器没有放行后台线程，打不开本页', en: 'This browser does not let the page start its workers' },
    why: {
      zh: '本页在后台线程（module worker）中读取文件，当前浏览器不支持它，或者它被扩展、安全软件拦下。',
      en: 'The page reads files in module workers; this browser lacks them, or an extension or a security product stops them.',
    },
    steps: [
      UPDATE,
      {
        zh: '版本够新的，请停用拦截脚本的扩展，或者用无痕窗口打开本页，再试一次。',
        en: 'If it is recent enough, switch off extensions that block scripts, or open the page in a private window.',
      },
      DUAL,
    ],
    found: MISSING,
  },
  file: {
    title: { zh: '请用网址打开本页，不要双击文件', en: 'Open this page by its web address, not as a file' },
    why: {
      zh: '本页是从磁盘直接打开的（file://），浏览器不允许这样打开的网页启动数据引擎。',
      en: 'The page was opened from the disk (file://); browsers do not let such a page start its data engine.',
    },
    steps: [
      {
        zh: '向本单位的管理员要本页的网址（以 http:// 或 https:// 开头）。',
        en: 'Ask whoever runs it for the address of the page (it starts with http:// or https://).',
      },
      {
        zh: '没有网址的，双击同一文件夹里的 zonelens.html（便携版，程序都在这一个文件里）；或者在程序源码的文件夹里运行 npm start，再打开 http://127.0.0.1:4180/。数据仍然只在本机处理。',
        en: 'If there is none, open zonelens.html in the same folder by double-click: it holds the whole program in one file. Or run npm start in the folder of the source and open http://127.0.0.1:4180/. Data still stay on this machine.',
      },
      {
        zh: '别人发来的分析报告是单个网页文件，可以直接双击打开。',
        en: 'Reports that were sent to you are single files; those open by double-click.',
      },
    ],
    found: null,
  },
  broken: {
    title: { zh: '本页的程序没有载入', en: 'The program of this page did not load' },
    why: {
      zh: '网页已经打开，但其中的程序文件没有取到，或者没有能够运行。',
      en: 'The page is here, but a file of its program could not be fetched or could not run.',
    },
    steps: [
      {
        zh: '刷新一次。仍然如此的，停用拦截脚本的扩展后再试。',
        en: 'Reload. If that does not help, switch off extensions that block scripts.',
      },
      UPDATE,
      {
        zh: '网站管理员请核对：发布目录（含 assets 文件夹）齐全，且 .js 文件以 text/javascript 类型提供。',
        en: 'For whoever runs the site: every file must be there (with the folder assets), and .js must be served as text/javascript.',
      },
    ],
    found: { zh: '出错之处', en: 'what failed' },
  },
  damaged: {
    title: { zh: '这个文件不完整，打不开', en: 'This file is not complete' },
    why: {
      zh: '文件在传送、拷贝时被截断或者改动，其中的程序或数据缺了一部分。',
      en: 'The file was cut off or altered on its way: part of the program or of the data in it is missing.',
    },
    steps: [
      {
        zh: '重新拷贝或者下载一次；别人发来的，请对方打成压缩包再发一次。',
        en: 'Copy or download it again; if it was sent to you, have it sent again, as a ZIP archive.',
      },
      UPDATE,
    ],
    found: { zh: '出错之处', en: 'what failed' },
  },
  script: {
    title: { zh: '请允许本页运行 JavaScript', en: 'Let this page run JavaScript' },
    why: {
      zh: '浏览器关闭了 JavaScript，本页的内容无法显示。本页不联网，数据不出本机。',
      en: 'JavaScript is switched off in this browser, and the page needs it. It uses no network; data stay on this machine.',
    },
    steps: [
      {
        zh: '点地址栏左侧的图标，在“网站设置”中把 JavaScript 改为“允许”，再刷新。',
        en: 'Click the icon at the left end of the address bar, allow JavaScript in the site settings, and reload.',
      },
      {
        zh: '由单位统一管理的浏览器，请管理员对本页地址放行 JavaScript。',
        en: 'If your organisation manages the browser, have JavaScript allowed for this address.',
      },
      UPDATE,
    ],
    found: null,
  },
} as const satisfies Record<string, Notice>;
