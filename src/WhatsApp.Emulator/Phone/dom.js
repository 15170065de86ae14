// Builds elements; text only ever becomes a text node.
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

// Leaves rows that are there already untouched, so that screen readers announce only what is new and focus stays.
export function place(parent, rows) {
  const wanted = new Set(rows);
  for (const old of [...parent.children]) if (!wanted.has(old)) old.remove();
  rows.forEach((row, index) => { if (parent.children[index] !== row) parent.insertBefore(row, parent.children[index] ?? null); });
}

// Arrow keys, Home and End move the focus through what the selector finds.
export function arrows(container, selector) {
  container.addEventListener("keydown", event => {
    const stops = [...container.querySelectorAll(selector)];
    const at = stops.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (to === undefined || (at < 0 && event.key !== "ArrowDown") || !stops[to]) return;
    event.preventDefault();
    stops[to].focus();
  });
}

let last = 0;
export const newId = prefix => `${prefix}-${++last}`;
