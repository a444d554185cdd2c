/*
 * Stands inline in the page and runs before anything else, in whatever opens the page: ES5, no other file, nothing but what
 * Internet Explorer 9 has. %NAMES% in capitals are filled in by src/cli/opening.ts.
 */
(function () {
  var kind = '%KIND%';
  var workbench = kind !== 'report';
  var notices = '%NOTICES%';
  var missing = [];

  function works(test) {
    try {
      return Boolean(test());
    } catch (_error) {
      return false;
    }
  }

  function need(name, test) {
    if (!works(test)) missing.push(name);
  }

  function escaped(text) {
    return String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;');
  }

  /** Shows a notice in the place of the page; one that is final takes away the place where the application would stand. */
  function show(name, detail, final) {
    var app = document.getElementById('app');
    var opening = document.getElementById('opening');
    if (!opening) {
      opening = document.createElement('div');
      opening.id = 'opening';
      document.body.appendChild(opening);
    }
    opening.innerHTML = notices[name].replace('%DETAIL%', escaped(detail));
    if (final && app) app.parentNode.removeChild(app);
  }

  /** A small module that catches exceptions, as the engine does. */
  function smallProgram() {
    return new Uint8Array([
      0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11
    ]);
  }

  /** An old browser takes a module for a plain script, and `import.meta` for a mistake; a blocked one takes nothing. */
  function tryWorker() {
    // A page from the disk may start plain workers only, and carries those.
    var plain = kind === 'portable';
    var script = plain ? 'postMessage(1)' : 'import.meta.url;postMessage(1)';
    var address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    var worker;
    function end() {
      worker.terminate();
      URL.revokeObjectURL(address);
    }
    worker = new Worker(address, { type: plain ? 'classic' : 'module' });
    worker.onmessage = end;
    worker.onerror = function (event) {
      event.preventDefault();
      end();
      show('worker', plain ? 'Worker' : 'module worker', true);
    };
  }

  /** The sentence is left alone once the application stands: it takes #opening away. */
  function fail(detail) {
    if (document.getElementById('opening')) show(kind === 'workbench' ? 'broken' : 'damaged', detail, false);
  }

  function watch(event) {
    var script = event.target && event.target.tagName === 'SCRIPT' ? event.target.src : '';
    if (script || event.message) fail(script || event.message);
  }

  /** A page that carries everything inside may have been cut off on its way, or altered. */
  function watchInside() {
    window.addEventListener('unhandledrejection', function (event) {
      fail(event.reason && event.reason.message ? event.reason.message : event.reason);
    });
    document.addEventListener('securitypolicyviolation', function (event) {
      if (/^script-src/.test(event.violatedDirective)) fail(event.violatedDirective);
    });
    // What is unpacked later: the application stands by then.
    window.addEventListener('zonelens:damaged', function (event) {
      show('damaged', event.detail, true);
    });
    document.addEventListener('DOMContentLoaded', function () {
      if (!document.getElementById('end')) fail('</html>');
    });
  }

  // The policy of a page says nothing of connections between browsers; nothing here needs them.
  ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel'].forEach(function (name) {
    window[name] = undefined;
  });

  // From the disk, or as telephones and mail programs open what they keep.
  if (kind === 'workbench' && !/^https?:$/.test(location.protocol)) return show('file', location.href, true);

  need('ES module', function () {
    return 'noModule' in HTMLScriptElement.prototype;
  });
  need('Array.prototype.findLast', function () {
    return [].findLast;
  });
  need('String.prototype.replaceAll', function () {
    return ''.replaceAll;
  });
  need('RegExp lookbehind', function () {
    return new RegExp('(?<=\\p{Script=Han})a', 'u').test('\u533aa');
  });
  need('dialog', function () {
    return HTMLDialogElement.prototype.showModal;
  });
  need('CSS custom properties', function () {
    return CSS.supports('color', 'var(--ink)') && CSS.supports('inset', '0');
  });
  need('DecompressionStream', function () {
    return new DecompressionStream('gzip') && Blob.prototype.stream;
  });
  if (workbench) {
    need('BigInt64Array', function () {
      return BigInt64Array;
    });
    need('Worker', function () {
      return Worker;
    });
  }
  if (missing.length > 0) return show('old', missing.join(', '), true);

  if (workbench) {
    // Compiled too, not only known: a policy may forbid that.
    need('WebAssembly', function () {
      return WebAssembly.validate(smallProgram()) && new WebAssembly.Module(smallProgram());
    });
    if (missing.length > 0) return show('wasm', missing.join(', '), true);
    if (
      !works(function () {
        tryWorker();
        return true;
      })
    )
      return show('worker', 'Worker', true);
  }

  show('opening', '', false);
  window.addEventListener('error', watch, true);
  if (kind !== 'workbench') watchInside();
})();
