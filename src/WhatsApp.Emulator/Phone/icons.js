// Icons drawn for this page: a path each, in a box as wide as it says and 24 high unless said otherwise.
const drawings = {
  send: { box: "0 0 24 24", size: [24, 24], fill: "M3.4 20.2 21 12 3.4 3.8l-.1 6.4L15 12 3.3 13.8z" },
  down: { box: "0 0 24 24", size: [24, 24], line: "M6 9.5l6 6 6-6" },
  more: { box: "0 0 24 24", size: [24, 24], fill: "M12 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm0 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm0 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4z" },
  close: { box: "0 0 24 24", size: [24, 24], line: "M6 6l12 12M18 6L6 18" },
  reply: { box: "0 0 24 24", size: [18, 18], line: "M10 5L4 11l6 6M4.5 11H14c4 0 6 2.500 6 7" },
  list: { box: "0 0 24 24", size: [18, 18], line: "M8 6h12M8 12h12M8 18h12M3.500 6h.8M3.500 12h.8M3.500 18h.8" },
  link: { box: "0 0 24 24", size: [18, 18], line: "M13 4h7v7M20 4l-9.500 9.500M17 14v6H4V7h6" },
  file: { box: "0 0 24 24", size: [26, 26], line: "M6 3h8l5 5v13H6zM14 3v5h5" },
  pending: { box: "0 0 16 16", size: [14, 14], line: "M8 2.500a5.500 5.500 0 1 0 .01 0zM8 5v3.200l2 1.300" },
  sent: { box: "0 0 16 12", size: [16, 12], line: "M3.500 6.500l3 3 6-7.500" },
  delivered: { box: "0 0 18 12", size: [18, 12], line: "M1.500 6.500l3 3 6-7.500M8.300 8.600l.9.900 6-7.500" },
};

const space = "http://www.w3.org/2000/svg";

export function icon(name) {
  const drawing = drawings[name === "read" ? "delivered" : name];
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", drawing.box);
  svg.setAttribute("width", drawing.size[0]);
  svg.setAttribute("height", drawing.size[1]);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", drawing.fill ?? drawing.line);
  path.setAttribute("fill", drawing.fill ? "currentColor" : "none");
  if (drawing.line) {
    path.setAttribute("stroke", "currentColor");
    path.setAttribute("stroke-width", drawing.box === "0 0 24 24" ? "2" : "1.5");
    path.setAttribute("stroke-linecap", "round");
    path.setAttribute("stroke-linejoin", "round");
  }
  svg.append(path);
  return svg;
}
