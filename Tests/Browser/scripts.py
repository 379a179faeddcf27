"""What the tests of the theme ask of a page, as JavaScript."""

# The texts whose contrast with their background is too low (WCAG 2.1, 1.4.3). Text over an image is not judged.
CONTRAST = """() => {
  const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d', {willReadFrequently: true});
  const parse = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, bottom) => [0, 1, 2].map((i) => top[i] * top[3] + bottom[i] * (1 - top[3])).concat(1);
  const luminance = (color) => {
    const [r, g, b] = color.map((part) => part / 255).map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const background = (element) => {
    const layers = [];
    for (let node = element; node; node = node.parentElement) {
      const color = parse(getComputedStyle(node).backgroundColor);
      if (color[3] > 0) layers.push(color);
      if (color[3] === 1) break;
    }
    const paper = matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18, 1] : [255, 255, 255, 1];
    return layers.reverse().reduce((bottom, top) => over(top, bottom), paper);
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    const style = getComputedStyle(element);
    const isDrawn = element instanceof SVGElement;
    const behind = background(element);
    const color = over(parse(isDrawn ? style.fill : style.color), behind);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || size >= 18.66 && style.fontWeight >= 700 ? 3 : 4.5;
    const value = ratio(color, behind);
    if (value < least) found.add(`${element.tagName.toLowerCase()}.${element.getAttribute('class') || ''} ${value.toFixed(2)}`);
  }
  return [...found];
}"""

# What the Tab key must reach, in the order of the page.
TABBABLE = """() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
  .filter((element) => element.checkVisibility({visibilityProperty: true}) && !element.disabled && element.tabIndex >= 0)
  .map((element, number) => { element.dataset.tab = number; return element.outerHTML.slice(0, 80); })"""

# Of what an accessibility checker asks, that which needs no network: names, alternatives, unique ids, one heading.
STRUCTURE = """() => {
  const problems = [];
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  for (const id of new Set(ids.filter((id, number) => ids.indexOf(id) !== number))) problems.push(`the id '${id}' is there twice`);
  for (const attribute of ['aria-labelledby', 'aria-describedby', 'for', 'headers'])
    for (const element of document.querySelectorAll(`[${attribute}]`))
      for (const id of element.getAttribute(attribute).split(/\\s+/))
        if (!document.getElementById(id)) problems.push(`${attribute} names '${id}', which is not there`);
  for (const element of document.querySelectorAll('a[href], button, summary'))
    if (!(element.textContent.trim() || element.getAttribute('aria-label') || element.querySelector('[alt]:not([alt=""]), title')))
      problems.push(`no name: ${element.outerHTML.slice(0, 80)}`);
  for (const element of document.querySelectorAll('input, select, textarea'))
    if (!element.labels.length && !element.getAttribute('aria-label')) problems.push(`no label: ${element.outerHTML.slice(0, 80)}`);
  for (const element of document.querySelectorAll('img:not([alt])')) problems.push(`no alternative: ${element.outerHTML.slice(0, 80)}`);
  for (const element of document.querySelectorAll('svg:not([aria-hidden], svg svg)'))
    if (!element.getAttribute('aria-labelledby') && !element.getAttribute('aria-label') && !element.closest('[aria-hidden=true]'))
      problems.push(`no name: ${element.outerHTML.slice(0, 80)}`);
  for (const element of document.querySelectorAll('nav')) if (document.querySelectorAll('nav').length > 1 && !element.getAttribute('aria-label') && !element.getAttribute('aria-labelledby'))
    problems.push('a nav of several has no label');
  if (document.querySelectorAll('h1').length !== 1) problems.push(`${document.querySelectorAll('h1').length} headings of the first level`);
  if (document.querySelectorAll('main').length !== 1) problems.push('not one main');
  if (!document.documentElement.lang) problems.push('no language');
  let level = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const next = Number(heading.tagName[1]);
    if (level && next > level + 1) problems.push(`a heading of level ${next} follows one of level ${level}: ${heading.textContent.trim().slice(0, 30)}`);
    level = next;
  }
  return problems;
}"""

# How far rows of tables reach beyond the sheet. Tables of more than eight columns stand on a sheet on its side.
OFF_SHEET = """(sheet) => [...document.querySelectorAll('table')].flatMap((table) => {
  const columns = Math.max(...[...table.rows].map((row) => row.cells.length));
  const room = columns > 8 ? sheet[1] : sheet[0];
  const left = document.body.getBoundingClientRect().left;
  const beyond = Math.max(...[...table.rows].map((row) => row.getBoundingClientRect().right - left - room));
  return beyond > 1 ? [`a table of ${columns} columns is ${Math.ceil(beyond)} pixels wider than its sheet: ${table.rows[0].innerText.slice(0, 40)}`] : [];
})"""

# How many statuses of a table are not wholly in the window.
CUT_OFF = """() => [...document.querySelectorAll('.indicator-table td.col-status')].filter((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  const box = range.getBoundingClientRect();
  return box.right > innerWidth || box.left < 0;
}).length"""

# Rows of tables in which the text of one cell stands over that of another; and in tables that need not scroll, over a status
# that stays in view.
OVERLAPS = """() => {
  const texts = (cell) => {
    const boxes = [];
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (!walker.currentNode.data.trim() || !walker.currentNode.parentElement.checkVisibility({visibilityProperty: true})) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      boxes.push(...[...range.getClientRects()].filter((box) => box.width > 2 && box.height > 2));
    }
    return boxes;
  };
  const covers = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  return [...document.querySelectorAll('.indicator-table tbody tr:not(.group)')].filter((row) => {
    if (row.cells.length > 8) return false;
    const cells = [...row.cells].filter((cell) => cell.getClientRects().length > 0);
    const boxes = cells.map(texts);
    const at = cells.findIndex((cell) => cell.classList.contains('col-status'));
    if (at >= 0 && getComputedStyle(cells[at]).position === 'sticky') boxes[at].push(cells[at].getBoundingClientRect());
    return boxes.some((own, number) => boxes.slice(number + 1).some((others) => own.some((a) => others.some((b) => covers(a, b)))));
  }).map((row) => row.innerText.replace(/\\s+/g, ' ').slice(0, 60));
}"""

# Captions of more than one line that are narrower than their table.
NARROW_CAPTIONS = """() => [...document.querySelectorAll('caption')].filter((caption) => {
  const [own, table] = [caption, caption.parentElement].map((element) => element.getBoundingClientRect());
  const line = parseFloat(getComputedStyle(caption).lineHeight) || own.height;
  return own.width > 4 && own.height > 2.2 * line && own.width < 0.9 * Math.min(table.width, innerWidth - 40);
}).map((caption) => caption.innerText)"""

# Lists of symbols that need several lines though they have not half of the room beside them.
SQUEEZED_SYMBOLS = """() => [...document.querySelectorAll('.by-group > ul:not(.symbol-key) > li')].filter((entry) => {
  const [list, symbols] = [entry, entry.querySelector('.group-symbols')].map((element) => element.getBoundingClientRect());
  return symbols.height > 60 && symbols.width < 0.4 * list.width;
}).map((entry) => entry.querySelector('.group-label').innerText)"""

# How far what a reader sees has moved since the page was asked for, as browsers measure it (Layout Instability).
SHIFT = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => resolve(sum), 200);
})"""

# In forced colours: the entry of the menu that is current differs from the others, and drawings have the colours of text.
FORCED = """() => {
  const problems = [];
  const entries = [...document.querySelectorAll('.site-menu a')];
  const border = (entry) => getComputedStyle(entry).borderBottomColor;
  const paper = getComputedStyle(document.body).backgroundColor;
  for (const entry of entries) {
    const isCurrent = entry.hasAttribute('aria-current');
    if (isCurrent === (border(entry) === paper)) problems.push(`the menu's entry ${entry.textContent} looks ${isCurrent ? 'as if it were not' : ''} current`);
  }
  const ink = getComputedStyle(document.body).color;
  for (const line of document.querySelectorAll('.chart .series:not(.from-baseline)'))
    if (getComputedStyle(line).stroke !== ink) { problems.push('the line of a chart has not the colour of text'); break; }
  for (const bar of document.querySelectorAll('.bar-fill, .class-bar path:not(.class-cannot-say)'))
    if (getComputedStyle(bar).fill !== ink && !bar.classList.contains('bar-below')) { problems.push(`a bar has not the colour of text: ${bar.outerHTML.slice(0, 60)}`); break; }
  return problems;
}"""

# Notes which elements get the focus, in their order, and whether each shows it; see `keyboard`.
WATCH_FOCUS = """() => {
  window.focused = [];
  document.addEventListener('focusin', (event) => {
    const element = event.target;
    const style = getComputedStyle(element);
    window.focused.push({
      tab: element.dataset.tab ?? element.outerHTML.slice(0, 80),
      isShown: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none',
    });
  });
}"""
