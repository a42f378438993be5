// Puts the parts together: what a choice does, keys, and changes of theme.
function select(kind, id = null, { look = false } = {}) {
  state.selection = kind === null ? null : { kind, id };
  if (kind === "node" && !isShown(id)) reveal(id);
  refreshSelection();
  showPanel();
  if (look && kind === "node") {
    if (document.getElementById("drawing").hidden === false) lookAt(id);
    panel.focus();
  }
}

// Brings one node into view, though it was left out or its type was switched off.
function reveal(node) {
  state.inView.add(node);
  if (state.typesOff.delete(data.nodes[node].type)) showLegend();
  refreshCanvas();
}

// Brings in the neighbours of a node on rings about it, the most important ones innermost.
function expand(node) {
  const added = [...neighboursOf(node)].filter((other) => !state.inView.has(other)).sort((a, b) => rankOf[a] - rankOf[b]);
  const centre = network.getPositions([node])[node] || placeOf(node);
  state.places = new Map();
  let ring = 1;
  let spot = 0;
  for (const other of added) {
    const room = 8 * ring;
    const angle = (2 * Math.PI * (spot + ring / 2)) / room;
    state.places.set(other, { x: centre.x + 120 * ring * Math.cos(angle), y: centre.y + 100 * ring * Math.sin(angle) });
    state.inView.add(other);
    spot += 1;
    if (spot === room) { ring += 1; spot = 0; }
  }
  refreshCanvas();
  state.places = null;
  select("node", node);
}

function showFirst() {
  state.wide = false;
  state.inView = new Set(data.ranked.slice(0, data.firstView));
}

function toggleAll() {
  if (state.inView.size === data.nodes.length && data.nodes.length > data.firstView) showFirst();
  else {
    state.wide = true;
    state.inView = new Set(data.ranked);
  }
  visEdges.clear();
  visNodes.clear();
  refreshCanvas();
  refreshSelection();
  fitView();
}

function recolour() {
  network.setOptions({ groups: visGroups() });
  visNodes.update(visNodes.getIds().map((node) => ({ id: node, group: data.nodes[node].family })));
  visEdges.update(visEdges.getIds().map(drawEdge));
  recolourIcons();
}

document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLInputElement && event.target.type === "search";
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    searchInput.focus();
    searchInput.select();
  } else if (event.key === "Escape" && !typing) select(null);
});

if (window.innerWidth <= 760) document.getElementById("legend").open = false;
showFirst();
refreshCanvas();
startCanvas();
showLegend();
showPanel();
startSearch();
document.getElementById("fit").addEventListener("click", () => fitView());
document.getElementById("all").addEventListener("click", toggleAll);
document.getElementById("as-table").addEventListener("click", () => showTable(!document.getElementById("drawing").hidden));
darkPage.addEventListener("change", recolour);
document.getElementById("legend").addEventListener("toggle", () => requestAnimationFrame(() => network.redraw()));
let lastWidth = window.innerWidth;
window.addEventListener("resize", () => {
  if (window.innerWidth !== lastWidth) requestAnimationFrame(() => fitView(LEAST_SCALE));
  lastWidth = window.innerWidth;
});
document.body.dataset.ready = "true";
