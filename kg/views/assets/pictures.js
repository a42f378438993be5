// The drawing as a picture: PNG of what the window shows, SVG of all that is shown, with names as text.
function savePng() {
  const drawn = canvasElement.querySelector("canvas");
  const copy = make("canvas", { width: drawn.width, height: drawn.height });
  const context = copy.getContext("2d");
  context.fillStyle = colours().page;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(drawn, 0, 0);
  copy.toBlob((blob) => saveBlob(blob, "graph.png"), "image/png");
}

// A number as short as a picture needs it.
function round(value) {
  return String(Math.round(value * 10) / 10);
}

function svgPoint({ x, y }) {
  return `${round(x)} ${round(y)}`;
}

function svgEdge(i, positions) {
  const { a, b, via } = curveOf(i, positions);
  if (a === b) return null;
  const colour = colours().modality(data.edges[i].modality);
  const path = via ? `M${svgPoint(a)}Q${svgPoint(via)} ${svgPoint(b)}` : `M${svgPoint(a)}L${svgPoint(b)}`;
  const group = drawSvg("g", { stroke: colour, "stroke-width": 1.5, fill: "none" });
  group.append(drawSvg("path", { d: path, "stroke-dasharray": statusOf(data.edges[i]).dashes.join(" ") }));
  const reach = (data.network.nodes[data.edges[i].o].size + 2) / Math.max(Math.hypot(a.x - b.x, a.y - b.y), 1);
  const tip = pointOf(i, positions, Math.max(1 - reach, 0.5));
  const back = pointOf(i, positions, Math.max(1 - reach * 1.6, 0.4));
  const angle = Math.atan2(tip.y - back.y, tip.x - back.x);
  const wing = (turn) => ({ x: tip.x - 9 * Math.cos(angle + turn), y: tip.y - 9 * Math.sin(angle + turn) });
  group.append(drawSvg("path", { d: `M${svgPoint(tip)}L${svgPoint(wing(0.4))}L${svgPoint(wing(-0.4))}Z`, fill: colour, stroke: "none" }));
  if (data.edges[i].modality === "negated") {
    const { x, y } = pointOf(i, positions, 0.5);
    group.append(drawSvg("path", { d: `M${round(x - 6)} ${round(y - 6)}l12 12m0 -12l-12 12` }));
  }
  group.append(drawSvg("title", {}, `${labels[data.edges[i].s]} ${data.edges[i].predicate} ${labels[data.edges[i].o]}`));
  return group;
}

function svgNode(node, { x, y }) {
  const { size } = data.network.nodes[node];
  const { family } = data.nodes[node];
  const scale = size / 8;
  const shape = drawSvg("path", {
    d: OUTLINES[data.families[family].shape], fill: colours().family(family),
    transform: `translate(${round(x - 9 * scale)} ${round(y - 9 * scale)}) scale(${Math.round(scale * 100) / 100})`,
  });
  shape.append(drawSvg("title", {}, `${labels[node]}, ${data.nodes[node].type}`));
  return shape;
}

function svgName({ size, x, y }) {
  const { text, page } = colours();
  const lines = drawSvg("text", {
    "text-anchor": "middle", "font-size": FONT_PX, fill: text, stroke: page, "stroke-width": 3.5, "paint-order": "stroke",
  });
  size.lines.forEach((line, i) => {
    lines.append(drawSvg("tspan", { x: round(x), y: round(y + 4 + (i - (size.lines.length - 1) / 2) * LINE_PX) }, line));
  });
  return lines;
}

function formatSvg() {
  const positions = network.getPositions();
  const nodes = shownNodes();
  const xs = nodes.map((node) => positions[node].x);
  const ys = nodes.map((node) => positions[node].y);
  const [left, top] = [Math.min(...xs) - 110, Math.min(...ys) - 60];
  const [width, height] = [Math.max(...xs) + 110 - left, Math.max(...ys) + 60 - top];
  const picture = drawSvg("svg", { xmlns: SVG, viewBox: [left, top, width, height].map(round).join(" "), "font-family": FACE.replace(/"/g, "'") });
  picture.append(drawSvg("rect", { x: round(left), y: round(top), width: round(width), height: round(height), fill: colours().page }));
  picture.append(...visEdges.getIds().map((i) => svgEdge(i, positions)).filter(Boolean));
  picture.append(...nodes.map((node) => svgNode(node, positions[node])));
  const context = document.createElement("canvas").getContext("2d");
  const spots = nodes.map((node) => ({ node, ...positions[node], radius: data.network.nodes[node].size, must: false, keen: rankOf[node] < KEEN }));
  const sight = { left, right: left + width, top, bottom: top + height };
  picture.append(...placeNames(context, spots, sight).names.map(svgName));
  return new XMLSerializer().serializeToString(picture);
}
