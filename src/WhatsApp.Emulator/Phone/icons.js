// Icons drawn for this page on a 24 by 24 grid: strokes unless said otherwise.
const lines = {
  back: "M15 5l-7 7 7 7M8.5 12H20",
  down: "M6 9.5l6 6 6-6",
  next: "M9.5 6l6 6-6 6",
  prev: "M14.5 6l-6 6 6 6",
  close: "M6 6l12 12M18 6L6 18",
  reply: "M10 5L4 11l6 6M4.5 11H14c4 0 6 2.5 6 7",
  list: "M8 6h12M8 12h12M8 18h12M3.5 6h.8M3.5 12h.8M3.5 18h.8",
  link: "M13 4h7v7M20 4l-9.5 9.5M17 14v6H4V7h6",
  file: "M6 3h8l5 5v13H6zM14 3v5h5",
  search: "M10.5 4a6.5 6.5 0 1 0 .01 0zM15.5 15.5L20 20",
  smile: "M12 3a9 9 0 1 0 .01 0zM8 14c1 1.8 2.4 2.6 4 2.6S15 15.8 16 14M9 9.5h.01M15 9.5h.01",
  clip: "M19.5 11.5l-7.7 7.7a4.8 4.8 0 0 1-6.8-6.8l8.3-8.3a3.2 3.2 0 0 1 4.5 4.5l-8.2 8.2a1.6 1.6 0 0 1-2.3-2.3l7.2-7.2",
  mic: "M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21",
  photo: "M4 5h16v14H4zM4 16l4.5-4.5L13 16l2.5-2.5L20 17M15 9.5h.01",
  place: "M12 21c-4.5-4.7-6.5-8-6.5-11a6.5 6.5 0 0 1 13 0c0 3-2 6.3-6.5 11zM12 7.7a2.3 2.3 0 1 0 .01 0z",
  person: "M12 4a4 4 0 1 0 .01 0zM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6",
  sun: "M12 8a4 4 0 1 0 .01 0zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  moon: "M20 14.5A8.5 8.5 0 1 1 9.5 4a6.8 6.8 0 0 0 10.5 10.5z",
  auto: "M12 3.5a8.5 8.5 0 1 0 .01 0zM12 3.5v17M12 7l5-1.5M12 12h8.5M12 17l5 1.5",
  code: "M8.5 7L3.5 12l5 5M15.5 7l5 5-5 5M13.5 4.5l-3 15",
  keyboard: "M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M13.5 10h.01M17 10h.01M8 14h8",
  bag: "M5 8h14l1 12.5H4zM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5",
  form: "M5 3.5h14v17H5zM8.5 8h7M8.5 12h7M8.5 16h4",
  copy: "M8 8h12v12H8zM16 8V4H4v12h4",
  again: "M4.5 12a7.5 7.5 0 0 1 13-5l2 2.2M19.5 4.5v4.7h-4.7M19.5 12a7.5 7.5 0 0 1-13 5l-2-2.2M4.5 19.5v-4.7h4.7",
  twice: "M9 9h11v11H9zM15 9V4H4v11h5M14.5 12v5M12 14.5h5",
  clock: "M12 3.5a8.5 8.5 0 1 0 .01 0zM12 7.5v5l3.5 2",
  pencil: "M4 20l1-4L16.5 4.5l3 3L8 19zM14.5 6.5l3 3",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  trash: "M5 7h14M9.5 7V4h5v3M7 7l1 13.5h8L17 7",
  out: "M6 18L18 6M9 6h9v9",
  in: "M18 6L6 18M15 18H6V9",
  call: "M5 4h4l1.5 5-2.3 1.6a12 12 0 0 0 5.2 5.2L15 13.5l5 1.5v4c0 .8-.7 1.3-1.5 1.2C11 19.5 4.5 13 3.8 5.5 3.7 4.7 4.2 4 5 4z",
  template: "M4 4h16v5H4zM4 13h9v7H4zM17 13h3M17 16.5h3M17 20h3",
};
const fills = {
  send: "M3.4 20.2L21 12 3.4 3.8l-.1 6.4L15 12 3.3 13.8z",
  more: "M12 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm0 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm0 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  play: "M7 4.5v15l12.5-7.5z",
  pause: "M7 5h3.5v14H7zM13.5 5H17v14h-3.5z",
  pin: "M12 22c-5-5.3-7.3-9-7.3-12.3a7.3 7.3 0 0 1 14.6 0C19.3 13 17 16.7 12 22zm0-15a2.8 2.8 0 1 0 0 5.6A2.8 2.8 0 0 0 12 7z",
};
const ticks = {
  pending: ["0 0 16 16", 14, 14, "M8 2.5a5.5 5.5 0 1 0 .01 0zM8 5v3.2l2 1.3"],
  sent: ["0 0 16 12", 16, 12, "M3.5 6.5l3 3 6-7.5"],
  delivered: ["0 0 18 12", 18, 12, "M1.5 6.5l3 3 6-7.5M8.3 8.6l.9.9 6-7.5"],
};

const space = "http://www.w3.org/2000/svg";

export function icon(name, size = 24) {
  const tick = ticks[name === "read" ? "delivered" : name];
  return tick
    ? drawing(tick[0], tick[1], tick[2], { d: tick[3], width: 1.5 })
    : drawing("0 0 24 24", size, size, fills[name] ? { d: fills[name], fill: true } : { d: lines[name], width: size > 20 ? 1.8 : 2 });
}

// A picture of lines and areas: { d, fill, width, class }.
export function drawing(box, width, height, ...paths) {
  const svg = document.createElementNS(space, "svg");
  for (const [name, value] of Object.entries({ viewBox: box, width, height, preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true", focusable: "false" })) svg.setAttribute(name, value);
  for (const { d, fill, width: stroke, class: name } of paths) {
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", d);
    if (name) path.setAttribute("class", name);
    else path.setAttribute("fill", fill ? "currentColor" : "none");
    if (stroke) {
      for (const [key, value] of Object.entries({ stroke: "currentColor", "stroke-width": stroke, "stroke-linecap": "round", "stroke-linejoin": "round" })) path.setAttribute(key, value);
    }
    svg.append(path);
  }
  return svg;
}
