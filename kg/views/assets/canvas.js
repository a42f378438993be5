// The drawing: vis-network without physics, places from the page, names and relation words by labels.js.
const BEND = { curvedCW: 1, curvedCCW: -1 };
const MANY_EDGES = 3000;
const MOST_DIMMED = 600;
const LEAST_SCALE = window.innerWidth <= 760 ? 0.5 : 0.2; // at first sight: rather a part that can be read
const visNodes = new vis.DataSet();
const visEdges = new vis.DataSet();
const canvasElement = document.getElementById("canvas");
let network = null;
let faded = false; // whether any is drawn faintly now
let hovered = null; // an edge
let lit = null; // nodes that the selection touches
let busy = false; // whether so much is drawn that lines must step back
let dims = true; // whether all others are drawn faintly: not where very much is drawn

function placeOf(node) {
  if (state.wide && data.wide.length) return { x: data.wide[node][0], y: data.wide[node][1] };
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
  const dashes = (data.modalities[modality] || data.modalities.actual).dashes;
  const faint = dims && lit && !touchesSelection(i);
  return {
    ...data.network.edges[i], dashes: dashes.length ? dashes : false,
    color: { color: colours().modality(modality), highlight: colours().strong, hover: colours().strong, opacity: faint ? 0.15 : busy ? 0.3 : 0.85 },
  };
}

function touchesSelection(i) {
  const chosen = state.selection;
  if (!chosen) return false;
  if (chosen.kind === "edge") return chosen.id === i;
  return data.edges[i].s === chosen.id || data.edges[i].o === chosen.id;
}

// Brings what is drawn in line with the state; nodes that stay keep the place the reader gave them.
// Edges go before their nodes and come after them: each change is drawn at once.
function refreshCanvas() {
  const wanted = new Set(shownNodes());
  const kept = new Set();
  dims = wanted.size <= MOST_DIMMED;
  data.edges.forEach((edge, i) => { if (wanted.has(edge.s) && wanted.has(edge.o)) kept.add(i); });
  busy = kept.size > MANY_EDGES;
  visEdges.remove(visEdges.getIds().filter((i) => !kept.has(i)));
  visNodes.remove(visNodes.getIds().filter((node) => !wanted.has(node)));
  const added = [...wanted].filter((node) => !visNodes.get(node));
  visNodes.add(added.map((node) => drawNode(node, state.places?.get(node) || placeOf(node))));
  visEdges.add([...kept].filter((i) => !visEdges.get(i)).map(drawEdge));
  if (network) network.setOptions(optionsNow());
  showCounts(wanted.size);
}

function showCounts(count) {
  const all = data.nodes.length;
  document.getElementById("shown").textContent = `${count.toLocaleString("en")} of ${countOf(all, "entity", "entities")} shown`;
  const button = document.getElementById("all");
  const over = all > data.firstView;
  button.hidden = !over && state.inView.size === all;
  button.textContent = state.inView.size === all && over ? "Show fewer" : "Show all";
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
  if (!chosen) lit = null;
  else if (chosen.kind === "edge") lit = new Set([data.edges[chosen.id].s, data.edges[chosen.id].o]);
  else lit = neighboursOf(chosen.id).add(chosen.id);
  if (dims || faded) {
    faded = dims && lit !== null;
    visNodes.update(visNodes.getIds().map((node) => ({ id: node, opacity: isDim(node) ? 0.22 : 1 })));
    visEdges.update(visEdges.getIds().map(drawEdge));
  }
  if (!chosen) network.unselectAll();
  else if (chosen.kind === "edge") network.setSelection({ nodes: [], edges: visEdges.get(chosen.id) ? [chosen.id] : [] });
  else if (visNodes.get(chosen.id)) network.setSelection({ nodes: [chosen.id], edges: [] });
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
    radius: data.network.nodes[node].size * scale, must: first(node) === 0, keen: (first(node) === 1 && lit.size < 40) || rankOf[node] < 4,
  }));
}

// What the window shows, in the same pixels as the names.
function sightAt(scale) {
  const { x, y } = network.getViewPosition();
  return boxAt(x * scale, y * scale, { width: canvasElement.clientWidth, height: canvasElement.clientHeight });
}

// A point of an edge, part of the way along, as vis-network bends it.
function pointOf(i, positions, along) {
  const { from, to, smooth } = data.network.edges[i];
  const a = positions[from];
  const b = positions[to];
  if (from === to) return { x: a.x + 30, y: a.y - 40 };
  const bend = smooth && smooth.enabled ? BEND[smooth.type] * smooth.roundness : 0;
  const dx = b.x - a.x;
  const dy = a.y - b.y;
  const angle = Math.atan2(dy, dx) + (bend * 0.5 + 0.5) * Math.PI;
  const reach = (Math.abs(bend) * 0.5 + 0.5) * Math.hypot(dx, dy);
  const rest = 1 - along;
  if (!bend) return { x: a.x * rest + b.x * along, y: a.y * rest + b.y * along };
  const via = { x: a.x + reach * Math.sin(angle), y: a.y + reach * Math.cos(angle) };
  const mix = (axis) => a[axis] * rest * rest + 2 * via[axis] * rest * along + b[axis] * along * along;
  return { x: mix("x"), y: mix("y") };
}

function wordedEdges() {
  const chosen = state.selection;
  if (chosen && chosen.kind === "edge") return [chosen.id];
  const own = chosen ? [...statementsOf[chosen.id].out, ...statementsOf[chosen.id].in].slice(0, 60) : [];
  return [...new Set(hovered === null ? own : [hovered, ...own])];
}

function drawNames(context) {
  const scale = network.getScale();
  const positions = network.getPositions();
  const { text, soft, strong, page } = colours();
  const { names, taken, shapes } = placeNames(context, viewedNodes(positions, scale), sightAt(scale));
  const filled = visNodes.length > 500 ? taken : taken.concat(shapes);
  for (const i of wordedEdges().filter((i) => positions[data.edges[i].s] && positions[data.edges[i].o])) {
    const words = data.edges[i].predicate;
    const size = measure(context, `e${words}`, words);
    const spots = [0.5, 0.38, 0.62, 0.28, 0.72].map((along) => pointOf(i, positions, along));
    const free = spots.find((spot) => !overlaps(boxAt(spot.x * scale, spot.y * scale, size), filled));
    if (!free && i !== hovered && state.selection?.kind !== "edge") continue;
    const { x, y } = free || spots[0];
    filled.push(boxAt(x * scale, y * scale, size));
    write(context, scale, { size, x: x * scale, y: y * scale }, soft, "italic", page);
  }
  for (const name of names) {
    context.globalAlpha = isDim(name.node) ? 0.35 : 1;
    write(context, scale, name, name.strong ? strong : text, name.strong ? "600" : "400", page);
  }
  context.globalAlpha = 1;
}

// Fits all shown nodes, with room for the names at the rim; `least` keeps a small window readable.
function fitView(least = 0) {
  const places = Object.values(network.getPositions());
  if (!places.length) return;
  const xs = places.map((p) => p.x);
  const ys = places.map((p) => p.y);
  const edge = (values) => values.reduce(([low, high], v) => [Math.min(low, v), Math.max(high, v)], [Infinity, -Infinity]);
  const [left, right] = edge(xs);
  const [top, bottom] = edge(ys);
  const { clientWidth, clientHeight } = canvasElement;
  const room = { x: clientWidth - Math.min(150, clientWidth * 0.25), y: clientHeight - Math.min(100, clientHeight * 0.2) };
  const fitting = Math.min(room.x / Math.max(right - left, 1), room.y / Math.max(bottom - top, 1), 1.25);
  const whole = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const centre = network.getPositions([shownNodes()[0]])[shownNodes()[0]];
  network.moveTo({ position: fitting < least ? centre : whole, scale: Math.max(fitting, least) });
}

function lookAt(node) {
  const scale = Math.max(network.getScale(), 0.8);
  const covered = canvasElement.getBoundingClientRect().bottom - panel.getBoundingClientRect().top;
  const lift = window.innerWidth <= 760 ? Math.max(covered, 0) / 2 : 0; // the panel lies over the drawing
  network.focus(node, { scale, offset: { x: 0, y: -lift }, animation: calm.matches ? false : { duration: 350 } });
}

function startCanvas() {
  network = new vis.Network(canvasElement, { nodes: visNodes, edges: visEdges }, {
    physics: false,
    layout: { improvedLayout: false, randomSeed: 1 },
    groups: visGroups(),
    nodes: { borderWidth: 1.5, borderWidthSelected: 3, chosen: true },
    edges: {
      width: 1.3, selectionWidth: 1, hoverWidth: 0.8, smooth: false,
      arrows: { to: { enabled: true, scaleFactor: 0.5 } },
    },
    interaction: { keyboard: { enabled: false }, multiselect: false, selectConnectedEdges: false, tooltipDelay: 1e9 },
  });
  network.setOptions(optionsNow());
  network.on("afterDrawing", drawNames);
  network.on("hoverEdge", ({ edge }) => { hovered = edge; network.redraw(); });
  network.on("blurEdge", () => { hovered = null; network.redraw(); });
  network.on("click", ({ nodes, edges }) => {
    if (nodes.length) select("node", nodes[0]);
    else if (edges.length) select("edge", edges[0]);
    else select(null);
  });
  network.on("doubleClick", ({ nodes }) => { if (nodes.length) expand(nodes[0]); });
  fitView(LEAST_SCALE);
}
