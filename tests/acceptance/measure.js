// What can be measured on a page, each as a list of what is wrong; empty is fine. Put into a page by `measuring.py`.
window.measure = (() => {
  const shown = (e) => {
    const box = e.getBoundingClientRect();
    return e.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1 && box.bottom > 0;
  };
  const name = (e) => `${e.tagName.toLowerCase()}${e.id ? "#" + e.id : ""}${e.className && e.className.baseVal === undefined ? "." + e.className.split(" ").join(".") : ""} ${(e.textContent || e.value || "").trim().replace(/\s+/g, " ").slice(0, 50)}`;
  const main = () => document.body;

  // Links and fields as a finger meets them: a box or radio with its row, no link inside running text.
  const targets = () => {
    const found = [];
    for (const e of main().querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
      if (!shown(e) || e.closest("[aria-hidden=true]")) continue;
      if (e.matches("a") && getComputedStyle(e).display === "inline" && inText(e)) continue;
      const row = e.matches("[type=radio], [type=checkbox]") ? e.closest("label") || e : e;
      if (!found.includes(row)) found.push(row);
    }
    return found;
  };
  const inText = (link) => {
    const block = link.closest("p, li, dd, td, th, small, figcaption, caption, h2, h3, h4, span:not(:only-child)") || link.parentElement;
    return block.textContent.trim().length > link.textContent.trim().length + 1;
  };

  // Every line of text that is seen, as a rectangle.
  const lines = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || !parent || parent.closest("title, desc, option, .hidden-text, .skip, .progress, thead") || !shown(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1) found.push({ node, parent, box });
    }
    return found;
  };

  return {
    unfold: () => document.querySelectorAll("details").forEach((e) => { e.open = true; }),

    wide: () => {
      const room = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= room) return [];
      const over = [...document.querySelectorAll("body *")].filter((e) => shown(e) && (e.getBoundingClientRect().right > room + 1 || e.getBoundingClientRect().left < -1));
      return over.slice(-3).map(name).concat([`${document.documentElement.scrollWidth} > ${room}`]);
    },

    small: () => targets().filter((e) => {
      const box = e.getBoundingClientRect();
      return Math.min(box.width, box.height) < 43.5;
    }).map((e) => `${Math.round(e.getBoundingClientRect().width)}x${Math.round(e.getBoundingClientRect().height)} ${name(e)}`),

    touching: () => {
      const all = targets();
      const wrong = [];
      all.forEach((one, at) => {
        const a = one.getBoundingClientRect();
        for (const other of all.slice(at + 1)) {
          if (one.contains(other) || other.contains(one)) continue;
          const b = other.getBoundingClientRect();
          if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1) wrong.push(`${name(one)} / ${name(other)}`);
        }
      });
      return wrong;
    },

    // Text that does not fit in its box, or that is cut off by it.
    cut: () => [...document.querySelectorAll("body *")].filter((e) => {
      if (!shown(e) || e.closest(".hidden-text, svg, .skip") || e.matches("input, select, textarea, progress, br, table.stack thead, thead *")) return false;
      const style = getComputedStyle(e);
      const hides = /hidden|clip|auto|scroll/.test(style.overflowX + style.overflowY);
      const framed = parseFloat(style.borderInlineStartWidth) > 0 || style.backgroundColor !== "rgba(0, 0, 0, 0)";
      return (hides || framed) && (e.scrollWidth > e.clientWidth + 2 || (hides && e.scrollHeight > e.clientHeight + 2)) && e.clientWidth > 0;
    }).map(name),

    // Two lines of text over each other.
    colliding: () => {
      const all = lines().sort((a, b) => a.box.top - b.box.top);
      const wrong = [];
      for (let i = 0; i < all.length; i += 1) {
        for (let j = i + 1; j < all.length && all[j].box.top < all[i].box.bottom; j += 1) {
          const [a, b] = [all[i], all[j]];
          if (a.node === b.node) continue;
          const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          if (across > 2 && down > 0.45 * Math.min(a.box.height, b.box.height)) wrong.push(`${a.node.data.trim().slice(0, 40)} / ${b.node.data.trim().slice(0, 40)}`);
        }
      }
      return wrong;
    },

    // Each field with a fault has the words of the fault and is pointed at from the summary.
    faults: () => {
      const wrong = [];
      if (!document.title.startsWith("Fout:") && document.documentElement.lang === "nl") wrong.push(`title: ${document.title}`);
      const summary = document.querySelector("[data-test=error-summary]");
      if (!summary) return [...wrong, "no summary"];
      const first = document.querySelector("main [data-test=error-summary], main h1");
      if (first !== summary) wrong.push("the summary does not come first");
      if (document.activeElement !== summary) wrong.push("the summary has no focus");
      const lines = [...document.querySelectorAll(".error[id]")];
      if (!lines.length) wrong.push("no fault stands at a field");
      for (const line of lines) {
        if (!document.querySelector(`[aria-describedby~="${CSS.escape(line.id)}"]`)) wrong.push(`nothing is described by ${line.id}`);
      }
      for (const link of summary.querySelectorAll("a")) {
        if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) wrong.push(`${link.hash} leads nowhere`);
      }
      return wrong;
    },

    // A page from right to left: its boxes stand right of their words, and what is Dutch of form reads as in Dutch.
    mirrored: () => {
      const wrong = [];
      if (document.documentElement.dir !== "rtl") wrong.push(`dir=${document.documentElement.dir}`);
      for (const box of document.querySelectorAll("label.choice > input")) {
        const words = box.parentElement.querySelector("span");
        if (shown(box) && words && box.getBoundingClientRect().left < words.getBoundingClientRect().right - 1) wrong.push(`left of its words: ${name(box.parentElement)}`);
      }
      for (const line of lines()) {
        if (line.parent.closest("svg, [dir=ltr], bdi") || !/€\s?\d|\b\d{4} ?[A-Z]{2}\b|\b0\d{2,3}[ -]?\d{6,7}\b/.test(line.node.data)) continue;
        if (/[؀-ۿ]/.test(line.node.data) && !/[\u2066\u2068][^\u2069]*(€|\d{4} ?[A-Z]{2}|0\d{2})/.test(line.node.data)) wrong.push(`not kept from left to right: ${line.node.data.trim().slice(0, 60)}`);
      }
      return [...new Set(wrong)];
    },

    hasPictures: () => document.querySelector("svg[role=img], figure.picture") !== null,

    // Each picture says what it is, has its table, and can be read as small as it is drawn here.
    pictures: () => {
      const wrong = [];
      for (const svg of document.querySelectorAll("svg[role=img]")) {
        const title = svg.querySelector("title"), desc = svg.querySelector("desc");
        const told = title?.textContent.trim() && (desc?.textContent.trim() || !svg.closest("figure"));
        if (!svg.getAttribute("aria-label") && !told) wrong.push(`says not what it is: ${svg.outerHTML.slice(0, 80)}`);
        if (!shown(svg)) continue;
        for (const text of svg.querySelectorAll("text")) {
          const size = parseFloat(getComputedStyle(text).fontSize) * Math.abs(svg.getScreenCTM().a);
          if (size < 11.5) wrong.push(`${size.toFixed(1)} px: ${text.textContent.trim().slice(0, 40)}`);
        }
      }
      for (const figure of document.querySelectorAll("figure.picture")) {
        const near = [figure.nextElementSibling, figure.nextElementSibling?.nextElementSibling];
        if (!figure.querySelector("table") && !near.some((e) => e && e.querySelector && e.querySelector("table"))) wrong.push(`no table: ${name(figure)}`);
      }
      return wrong;
    },

    // What leads on from the page, apart from header and footer.
    ways: () => [...document.querySelectorAll("main a[href], main button")].filter(shown).length,

    // The element with the focus: what it is, and whether one sees that it has it.
    focus: () => {
      const e = document.activeElement;
      const looks = [e, e.closest("label")].filter(Boolean).map((each) => getComputedStyle(each));
      const seen = looks.some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
      const box = e.getBoundingClientRect();
      return { tag: e.tagName.toLowerCase(), type: e.type || "", name: e.getAttribute("name") || "", value: e.getAttribute("value") || "", test: e.dataset.test || "", text: e.textContent.trim(), seen, shown: shown(e) && box.top >= -1 && box.bottom <= innerHeight + 1, id: e.id, dom: [...document.querySelectorAll("*")].indexOf(e), words: name(e) };
    },
  };
})();
