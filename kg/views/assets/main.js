// Puts the parts together: what a choice does, the views, and changes of theme.
const VIEWS = {
  graph: { section: "drawing", show: () => network && network.redraw() },
  table: { section: "table", show: showTable },
  reading: { section: "reading", show: showReading },
  figures: { section: "figures", show: showFigures },
  changes: { section: "changes", show: showChanges },
};
if (document.getElementById("sparql")) VIEWS.sparql = { section: "sparql", show: showSparql }; // kg view --sparql

function select(kind, id = null, { look = false } = {}) {
  state.selection = kind === null ? null : { kind, id };
  if (kind === "node" && !visNodes.get(id)) reveal(id);
  if (kind === "statement") revealEnds(statements[id]);
  refreshSelection();
  markSelected();
  showPanel();
  if (look) {
    if (kind === "node" && state.view === "graph") lookAt(id);
    panel.focus();
  }
  saveAddress();
}

// Brings one node into view, though it was left out or the filters leave it out.
function reveal(node) {
  state.extra.add(node);
  if (!lives.nodes[node]) {
    if (isNarrowed()) resetFilters();
    filters.types.delete(data.nodes[node].type);
    changeFilters();
    showLegend();
  } else refreshCanvas();
}

function revealEnds({ s, o }) {
  for (const node of [s, o]) if (node !== undefined && !visNodes.get(node)) reveal(node);
}

function expand(node) {
  for (const other of neighboursOf(node)) if (lives.nodes[other]) state.extra.add(other);
  state.extra.add(node);
  refreshCanvas();
  select("node", node);
}

function showView() {
  VIEWS[state.view].show();
}

function setView(name) {
  state.view = Object.hasOwn(VIEWS, name) ? name : "graph";
  for (const [view, { section }] of Object.entries(VIEWS)) {
    document.getElementById(section).hidden = view !== state.view;
    document.getElementById(`to-${view}`).setAttribute("aria-current", view === state.view ? "page" : "false");
  }
  document.body.classList.toggle("tabled", ["table", "figures", "sparql"].includes(state.view));
  showView();
  saveAddress();
}

function toggleAll() {
  const least = 2000;
  const count = data.nodes.length;
  if (!state.all && count > least && !window.confirm(`Draw all ${count.toLocaleString("en")} entities? That can be slow and hard to read.`)) return;
  state.all = !state.all;
  state.extra.clear();
  visEdges.clear();
  visNodes.clear();
  refreshCanvas();
  refreshSelection();
  fitView();
  saveAddress();
}

function recolour() {
  network.setOptions({ groups: visGroups() });
  visNodes.update(visNodes.getIds().map((node) => ({ id: node, group: data.nodes[node].family })));
  visEdges.update(visEdges.getIds().map(drawEdge));
  recolourIcons();
}

function startTools() {
  const on = (id, act) => document.getElementById(id).addEventListener("click", act);
  const menu = document.getElementById("share");
  const share = (id, act) => on(id, () => { menu.open = false; act(); });
  on("fit", () => fitView());
  on("all", toggleAll);
  on("theme", turnTheme);
  for (const view of Object.keys(VIEWS)) on(`to-${view}`, () => setView(view));
  share("save-png", () => { setView("graph"); savePng(); });
  share("save-svg", () => saveText(formatSvg(), "graph.svg", "image/svg+xml"));
  share("save-turtle", () => saveText(formatTurtle(), "graph.ttl", "text/turtle"));
  share("save-csv", () => saveText(formatCsv(visibleStatements()), "statements.csv", "text/csv"));
  share("copy-link", () => copyText(location.href, "Copied the link to this view."));
  share("print", () => window.print());
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  document.getElementById("legend").addEventListener("toggle", () => requestAnimationFrame(() => network.redraw()));
}

function startWindow() {
  let lastWidth = window.innerWidth;
  darkPage.addEventListener("change", recolour);
  window.addEventListener("resize", () => {
    if (window.innerWidth !== lastWidth) requestAnimationFrame(() => fitView(LEAST_SCALE));
    lastWidth = window.innerWidth;
  });
  window.addEventListener("hashchange", () => {
    const parts = openAddress();
    refreshCanvas();
    showLegend();
    readSelection(parts);
  });
}

if (window.innerWidth <= 760) document.getElementById("legend").open = false;
const opened = openAddress();
refreshCanvas();
startCanvas();
showLegend();
readSelection(opened);
startSearch();
startKeys();
startTools();
startWindow();
document.body.dataset.ready = "true";
