// The drawing: vis-network without physics, places from the page, names and relation words by labels.js.
const BEND = { curvedCW: 1, curvedCCW: -1 };
const MANY_EDGES = 3000;
const MOST_DIMMED = 600;
const KEEN = 16; // nodes so important that their name may cover a shape
const LEAST_SCALE = window.innerWidth <= 760 ? 0.5 : 0.2; // at first sight: rather a part that can be read
const visNodes = new vis.DataSet();
const visEdges = new vis.DataSet();
const canvasElement = document.getElementById("canvas");
const isFirst = new Set(data.first);
let network = null;
let faded = false; // whether any is drawn faintly now
let hovered = null; // an edge
let lit = null; // nodes that the selection touches
let busy = false; // whether so much is drawn that lines must step back
let dims = true; // whether all others are drawn faintly: not where very much is drawn

// Where a node stands by the page; null where it is not on the first view and comes in later.
function placeOf(node) {
  if (state.all && data.wide.length) return { x: data.wide[node][0], y: data.wide[node][1] };
  if (data.wide.length && !isFirst.has(node)) return null;
  return { x: data.network.nodes[node].x, y: data.network.nodes[node].y };
}

function drawNode(node, place) {
  const { label, ...look } = data.network.nodes[node]; // vis would draw the label its own way
  return { ...look, ...place, opacity: isDim(node) ? 0.22 : 1 };
}

function isDim(node) {
  return dims && lit !== null && !lit.has(node);
}

function drawEdge(i) {
  const { modality } = data.edges[i];
  const { dashes } = statusOf(data.edges[i]);
  const faint = dims && lit && !touchesSelection(i);
  return {
    ...data.network.edges[i], dashes: dashes.length ? dashes : false,
    color: { color: colours().modality(modality), highlight: colours().strong, hover: colours().strong, opacity: faint ? 0.15 : busy ? 0.3 : 0.9 },
  };
}

function touchesSelection(i) {
  const chosen = state.selection;
  if (!chosen) return false;
  if (chosen.kind === "path") return (state.path.steps || []).includes(i);
  if (chosen.kind === "sentence") return chosen.id.includes(i);
  if (chosen.kind === "statement") return chosen.id === i;
  return data.edges[i].s === chosen.id || data.edges[i].o === chosen.id;
}

// The nodes that a selection is about; null where it is about none.
function litNodes(chosen) {
  if (!chosen) return null;
  if (chosen.kind === "path") return nodesOfPath();
  if (chosen.kind === "node") return neighboursOf(chosen.id).add(chosen.id);
  const told = chosen.kind === "sentence" ? chosen.id : [chosen.id];
  return new Set(told.flatMap((k) => [statements[k].s, statements[k].o]).filter((node) => node !== undefined));
}

// Brings what is drawn in line with the state; nodes that stay keep the place the reader gave them.
// Edges go before their nodes and come after them: each change is drawn at once.
function refreshCanvas() {
  const wanted = new Set(shownNodes());
  const kept = new Set();
  dims = wanted.size <= MOST_DIMMED;
  data.edges.forEach((edge, i) => { if (lives.statements[i] && wanted.has(edge.s) && wanted.has(edge.o)) kept.add(i); });
  busy = kept.size > MANY_EDGES;
  visEdges.remove(visEdges.getIds().filter((i) => !kept.has(i)));
  visNodes.remove(visNodes.getIds().filter((node) => !wanted.has(node)));
  visNodes.add(placeAdded([...wanted].filter((node) => !visNodes.get(node))));
  visEdges.add([...kept].filter((i) => !visEdges.get(i)).map(drawEdge));
  if (network) network.setOptions(optionsNow());
  showCounts(wanted.size, kept.size);
}

function placeAdded(added) {
  const late = added.filter((node) => !placeOf(node));
  const soon = added.filter((node) => placeOf(node)).map((node) => [node, placeOf(node)]);
  const here = network ? Object.entries(network.getPositions()).map(([node, place]) => [Number(node), place]) : [];
  const places = late.length ? placeNewcomers(late, [...here, ...soon]) : new Map(soon);
  return added.map((node) => drawNode(node, places.get(node)));
}

function showCounts(nodes, edges) {
  const all = data.nodes.length;
  document.getElementById("shown").textContent =
    `${nodes.toLocaleString("en")} of ${countOf(all, "entity", "entities")} shown, ${countOf(edges, "line", "lines")}`;
  const button = document.getElementById("all");
  button.hidden = all === data.first.length && !state.all;
  button.textContent = state.all ? "Show fewer" : "Show all";
  document.getElementById("nothing").hidden = nodes > 0;
}

function optionsNow() {
  return {
    interaction: { hover: !busy, hideEdgesOnDrag: busy, hideEdgesOnZoom: busy },
    nodes: { borderWidth: busy ? 0 : 1.5 },
  };
}

// Shows what the selection touches; redrawing all for it would be slow where very much is drawn.
function refreshSelection() {
  const chosen = state.selection;
  lit = litNodes(chosen);
  if (dims || faded) {
    faded = dims && lit !== null;
    visNodes.update(visNodes.getIds().map((node) => ({ id: node, opacity: isDim(node) ? 0.22 : 1 })));
    visEdges.update(visEdges.getIds().map(drawEdge));
  }
  const one = chosen && chosen.kind === "node" ? [chosen.id] : [];
  const lines = visEdges.getIds().filter((i) => chosen && chosen.kind !== "node" && touchesSelection(i));
  if (!chosen) network.unselectAll();
  else network.setSelection({ nodes: one.filter((node) => visNodes.get(node)), edges: lines });
}

function viewedNodes(positions, scale) {
  const chosen = state.selection;
  const centre = network.getViewPosition();
  const wide = canvasElement.clientWidth / scale / 2 + 80 / scale;
  const high = canvasElement.clientHeight / scale / 2 + 40 / scale;
  const inSight = Object.keys(positions).map(Number).filter((node) =>
    Math.abs(positions[node].x - centre.x) < wide && Math.abs(positions[node].y - centre.y) < high);
  const first = (node) => (chosen && chosen.kind === "node" && chosen.id === node ? 0 : lit && lit.has(node) ? 1 : 2);
  inSight.sort((a, b) => first(a) - first(b) || rankOf[a] - rankOf[b]);
  return inSight.map((node) => ({
    node, x: positions[node].x * scale, y: positions[node].y * scale,
    radius: data.network.nodes[node].size * scale, must: first(node) === 0, keen: (first(node) === 1 && lit.size < 40) || rankOf[node] < KEEN,
  }));
}

// What the window shows, in the same pixels as the names.
function sightAt(scale) {
  const { x, y } = network.getViewPosition();
  return boxAt(x * scale, y * scale, { width: canvasElement.clientWidth, height: canvasElement.clientHeight });
}

// An edge's ends and, where it is bent, the point that bends it, as vis-network has it.
function curveOf(i, positions) {
  const { from, to, smooth } = data.network.edges[i];
  const a = positions[from];
  const b = positions[to];
  const bend = smooth && smooth.enabled ? BEND[smooth.type] * smooth.roundness : 0;
  if (!bend) return { a, b, via: null };
  const angle = Math.atan2(a.y - b.y, b.x - a.x) + (bend * 0.5 + 0.5) * Math.PI;
  const reach = (Math.abs(bend) * 0.5 + 0.5) * Math.hypot(b.x - a.x, a.y - b.y);
  return { a, b, via: { x: a.x + reach * Math.sin(angle), y: a.y + reach * Math.cos(angle) } };
}

// A point of an edge, part of the way along.
function pointOf(i, positions, along) {
  const { a, b, via } = curveOf(i, positions);
  if (a === b) return { x: a.x + 30, y: a.y - 40 };
  const rest = 1 - along;
  if (!via) return { x: a.x * rest + b.x * along, y: a.y * rest + b.y * along };
  const mix = (axis) => a[axis] * rest * rest + 2 * via[axis] * rest * along + b[axis] * along * along;
  return { x: mix("x"), y: mix("y") };
}

function wordedEdges() {
  const chosen = state.selection;
  const own = visEdges.getIds().filter((i) => chosen && touchesSelection(i)).slice(0, 60);
  return [...new Set(hovered === null ? own : [hovered, ...own])];
}

// The words of edges that find room: [{i, size, x, y}].
function placeWords(context, positions, scale, filled) {
  const placed = [];
  for (const i of wordedEdges()) {
    if (!positions[data.edges[i].s] || !positions[data.edges[i].o]) continue;
    const words = data.edges[i].predicate;
    const size = measure(context, `e${words}`, words);
    const spots = [0.5, 0.38, 0.62, 0.28, 0.72].map((along) => pointOf(i, positions, along));
    const free = spots.find((spot) => !overlaps(boxAt(spot.x * scale, spot.y * scale, size), filled));
    if (!free && i !== hovered && state.selection?.kind !== "statement") continue;
    const { x, y } = free || spots[0];
    filled.push(boxAt(x * scale, y * scale, size));
    placed.push({ i, size, x: x * scale, y: y * scale });
  }
  return placed;
}

// The edges of denials, each crossed out.
function deniedEdges() {
  return visEdges.getIds().filter((i) => data.edges[i].modality === "negated");
}

function drawCrosses(context, positions) {
  context.lineWidth = 1.8;
  context.setLineDash([]);
  context.strokeStyle = colours().modality("negated");
  for (const i of deniedEdges()) {
    const { x, y } = pointOf(i, positions, 0.5);
    context.globalAlpha = dims && lit && !touchesSelection(i) ? 0.2 : 1;
    context.beginPath();
    context.moveTo(x - 6, y - 6);
    context.lineTo(x + 6, y + 6);
    context.moveTo(x + 6, y - 6);
    context.lineTo(x - 6, y + 6);
    context.stroke();
  }
  context.globalAlpha = 1;
}

// Those whose names come before the words of lines, and those that come after.
function splitNodes(nodes) {
  return lit ? [nodes.filter(({ node }) => lit.has(node)), nodes.filter(({ node }) => !lit.has(node))] : [nodes, []];
}

function drawNames(context) {
  const scale = network.getScale();
  const positions = network.getPositions();
  const { text, soft, strong, page } = colours();
  drawCrosses(context, positions);
  const taken = [];
  const [first, rest] = splitNodes(viewedNodes(positions, scale));
  const { names, shapes } = placeNames(context, first, sightAt(scale), taken);
  const words = placeWords(context, positions, scale, visNodes.length > 500 ? [...taken] : taken.concat(shapes));
  for (const { x, y, size } of words) taken.push(boxAt(x, y, size));
  const further = placeNames(context, rest, sightAt(scale), taken);
  for (const place of words) write(context, scale, place, soft, "italic", page);
  for (const name of [...names, ...further.names]) {
    context.globalAlpha = isDim(name.node) ? 0.35 : 1;
    write(context, scale, name, name.strong ? strong : text, name.strong ? "600" : "400", page);
  }
  context.globalAlpha = 1;
}

// Fits all shown nodes, with room for the names at the rim; `least` keeps a small window readable.
function fitView(least = 0, nodes = shownNodes(), most = 1.25) {
  const places = Object.values(network.getPositions(nodes.filter((node) => visNodes.get(node))));
  if (!places.length) return;
  const xs = places.map((p) => p.x);
  const ys = places.map((p) => p.y);
  const edge = (values) => values.reduce(([low, high], v) => [Math.min(low, v), Math.max(high, v)], [Infinity, -Infinity]);
  const [left, right] = edge(xs);
  const [top, bottom] = edge(ys);
  const { clientWidth, clientHeight } = canvasElement;
  const room = { x: clientWidth - Math.min(150, clientWidth * 0.25), y: clientHeight - Math.min(100, clientHeight * 0.2) };
  const fitting = Math.min(room.x / Math.max(right - left, 1), room.y / Math.max(bottom - top, 1), most);
  const whole = { x: (left + right) / 2, y: (top + bottom) / 2 - 12 / Math.max(fitting, least) };
  const centre = network.getPositions([nodes[0]])[nodes[0]];
  network.moveTo({ position: fitting < least ? centre : whole, scale: Math.max(fitting, least) });
}

function lookAt(node) {
  const scale = Math.max(network.getScale(), 0.8);
  const covered = canvasElement.getBoundingClientRect().bottom - panel.getBoundingClientRect().top;
  const lift = window.innerWidth <= 760 ? Math.max(covered, 0) / 2 : 0; // the panel lies over the drawing
  network.focus(node, { scale, offset: { x: 0, y: -lift }, animation: calm.matches ? false : { duration: 350 } });
}

// Whether the window shows most of what is drawn.
function isMostlySeen() {
  const all = network.getPositions();
  const scale = network.getScale();
  return viewedNodes(all, scale).length >= 0.6 * Object.keys(all).length;
}

function lookAtAll(nodes) {
  fitView(0, [...nodes], 1);
}

function startCanvas() {
  network = new vis.Network(canvasElement, { nodes: visNodes, edges: visEdges }, {
    physics: false,
    layout: { improvedLayout: false, randomSeed: 1 },
    groups: visGroups(),
    nodes: { borderWidth: 1.5, borderWidthSelected: 3, chosen: true },
    edges: {
      width: 1.5, selectionWidth: 1, hoverWidth: 0.8, smooth: false,
      arrows: { to: { enabled: true, scaleFactor: 0.6 } },
    },
    interaction: { keyboard: { enabled: false }, multiselect: false, selectConnectedEdges: false, tooltipDelay: 1e9 },
  });
  network.setOptions(optionsNow());
  network.on("afterDrawing", drawNames);
  network.on("hoverEdge", ({ edge }) => { hovered = edge; network.redraw(); });
  network.on("blurEdge", () => { hovered = null; network.redraw(); });
  network.on("click", ({ nodes, edges }) => {
    canvasElement.focus({ preventScroll: true });
    if (nodes.length) select("node", nodes[0]);
    else if (edges.length) select("statement", edges[0]);
    else select(null);
  });
  network.on("doubleClick", ({ nodes }) => { if (nodes.length) expand(nodes[0]); });
  fitView(LEAST_SCALE);
}
