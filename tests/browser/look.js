// What is asked of a page in one setting. axe has been put into the page before; without rules it is not asked.
async ({ rules, standards, reviewed, within, layout }) => {
  const still = new CSSStyleSheet();
  still.replaceSync("*, ::before, ::after { transition: none !important; animation: none !important; }");
  document.adoptedStyleSheets = [still];
  await document.fonts.ready;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

  const found = !rules.length ? {} : await axe.run(document.querySelector(within), {
    runOnly: { type: "tag", values: rules },
    rules: { "target-size": { enabled: rules.includes("wcag22aa") }, "color-contrast-enhanced": { enabled: false } },
    resultTypes: ["violations", "incomplete"],
    elementRef: true,
  });
  const faults = [];
  const violations = [];
  let undecided = 0;
  const used = new Set();
  for (const [kind, rules] of [["", found.violations], [", to be looked at by a person", found.incomplete]])
    for (const rule of rules ?? [])
      for (const node of rule.nodes) {
        const line = kind ? reviewed.findIndex((each) => each.rule === rule.id && node.element.closest(each.within)) : -1;
        if (!kind && rule.tags.some((tag) => standards.includes(tag))) violations.push([rule.id, rule.help]);
        if (line >= 0) used.add(line);
        else {
          if (kind) undecided += 1;
          faults.push(
            `${rule.id} (${node.impact}${kind}): ${node.target.join(" ")}: ${node.html.slice(0, 160)}\n` +
              `      ${node.failureSummary.replaceAll("\n", "\n      ")}\n      ${rule.helpUrl}`
          );
        }
      }

  if (!layout) return { faults, violations, undecided, used: [...used] };

  // Text that stands outside the window, or that a box cuts off, where no scrolling brings it in.
  const scrolls = (style) => ["auto", "scroll"].includes(style.overflowX);
  const lost = (text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    let left = 0;
    let right = innerWidth;
    for (let box = text.parentElement; box; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (scrolls(style) && box !== document.documentElement && box !== document.body) return false;
      if (style.clipPath !== "none") return false; // for screen readers only
      if (["hidden", "clip"].includes(style.overflowX) && box !== document.documentElement && box !== document.body) {
        const edge = box.getBoundingClientRect();
        left = Math.max(left, edge.left);
        right = Math.min(right, edge.right);
      }
    }
    return [...range.getClientRects()].some((at) => at.width > 1 && (at.left < left - 1 || at.right > right + 1));
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode;
    const holder = text.parentElement;
    if (text.data.trim() && holder.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && lost(text))
      faults.push(`text is cut off or stands outside the window: “${text.data.trim().slice(0, 60)}” in <${holder.localName} class="${holder.className}">; let it wrap, or its box scroll`);
  }
  const wide = document.scrollingElement.scrollWidth;
  if (wide > innerWidth) faults.push(`the page is ${wide} pixels wide in a window of ${innerWidth}: it scrolls sideways`);
  return { faults, violations, undecided, used: [...used] };
}
