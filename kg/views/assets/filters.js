// What the reader wants to see: kinds of things, status, relations, one article, dates, confidence.
// A filter is held as what it leaves out, so that nothing chosen means that everything is there.
function noFilters() {
  return { types: new Set(), modalities: new Set(), predicates: new Set(), article: -1, by: "reported", from: "", to: "", least: 0 };
}

const COMPANIONS = 6; // that an important node brings along, as on the first view
const filters = noFilters();
const lives = { statements: [], nodes: [] }; // whether each passes the filters

function isDated() {
  return filters.from !== "" || filters.to !== "";
}

// Whether the filters leave out statements, and with them the things that nothing else is said of.
function isNarrowed() {
  return filters.modalities.size > 0 || filters.predicates.size > 0 || filters.article >= 0 || isDated() || filters.least > 0;
}

function isFiltered() {
  return filters.types.size > 0 || isNarrowed();
}

function isInTime(statement) {
  const after = (day) => !filters.from || day.slice(0, 10) >= filters.from;
  const before = (day) => !filters.to || day.slice(0, 10) <= filters.to;
  if (filters.by === "reported") return daysOf(statement).some((day) => after(day) && before(day));
  if (!statement.told) return false;
  const [start, end] = statement.told;
  return after(end || start) && before(start || end);
}

function passes(statement) {
  if (filters.predicates.has(statement.predicate) || filters.modalities.has(statement.modality)) return false;
  if (statement.confidence < filters.least) return false;
  if (filters.types.has(data.nodes[statement.s].type)) return false;
  if (statement.o !== undefined && filters.types.has(data.nodes[statement.o].type)) return false;
  if (filters.article >= 0 && !articlesOf(statement).includes(filters.article)) return false;
  return !isDated() || isInTime(statement);
}

function applyFilters() {
  lives.statements = statements.map(passes);
  const narrowed = isNarrowed();
  const told = new Set();
  statements.forEach(({ s, o }, k) => {
    if (lives.statements[k]) {
      told.add(s);
      if (o !== undefined) told.add(o);
    }
  });
  lives.nodes = data.nodes.map(({ type }, node) => !filters.types.has(type) && (!narrowed || told.has(node)));
}

// Of the nodes that pass, the most important ones, each with those that it is tied to.
function chooseLiving() {
  const chosen = new Set();
  for (const node of data.ranked) {
    if (chosen.size >= data.firstView) break;
    if (!lives.nodes[node]) continue;
    const { out, in: into } = statementsOf[node];
    const near = [...out, ...into].filter((i) => lives.statements[i]).map((i) => otherEnd(data.edges[i], node));
    near.sort((a, b) => rankOf[a] - rankOf[b]);
    for (const one of [node, ...new Set(near)].slice(0, 1 + COMPANIONS)) if (chosen.size < data.firstView) chosen.add(one);
  }
  return chosen;
}

// The nodes of the drawing, the most important first.
function shownNodes() {
  let base = data.first;
  if (state.all) base = data.ranked;
  else if (isNarrowed()) base = chooseLiving();
  const wanted = new Set(base);
  for (const node of state.extra) wanted.add(node);
  return [...wanted].filter((node) => lives.nodes[node]).sort((a, b) => rankOf[a] - rankOf[b]);
}

// The statements that pass, in the order of the importance of their subject.
function livingStatements() {
  return [...statements.keys()].filter((k) => lives.statements[k])
    .sort((a, b) => rankOf[statements[a].s] - rankOf[statements[b].s] || a - b);
}

function resetFilters() {
  Object.assign(filters, noFilters());
}
