// The page's data, and who stands next to whom. Numbers are indices into these lists.
const data = JSON.parse(document.getElementById("data").textContent);
const labels = data.network.nodes.map((node) => node.label);
const statements = [...data.edges, ...data.facts]; // an edge has the same number in both lists
const statementsOf = data.nodes.map(() => ({ out: [], in: [], facts: [] }));

data.edges.forEach((edge, i) => {
  statementsOf[edge.s].out.push(i);
  statementsOf[edge.o].in.push(i);
});
data.facts.forEach((fact, i) => statementsOf[fact.s].facts.push(data.edges.length + i));

function allOf(node) {
  const { out, in: into, facts } = statementsOf[node];
  return [...out, ...into.filter((i) => data.edges[i].s !== node), ...facts];
}

function otherEnd(edge, node) {
  return edge.s === node ? edge.o : edge.s;
}

function neighboursOf(node) {
  const found = new Set();
  for (const i of statementsOf[node].out) found.add(data.edges[i].o);
  for (const i of statementsOf[node].in) found.add(data.edges[i].s);
  found.delete(node);
  return found;
}

const rankOf = new Array(data.nodes.length);
data.ranked.forEach((node, rank) => { rankOf[node] = rank; });

// The documents of a statement's passages, each once.
function articlesOf(statement) {
  return [...new Set(statement.evidence.map((number) => data.passages[number][0]))];
}

// The days on which articles say it, the first one first.
function daysOf(statement) {
  return articlesOf(statement).map((number) => data.documents[number].date).filter(Boolean).sort();
}

// What the user sees now. `extra` are nodes asked for beside those that are there by importance.
const state = { view: "graph", all: false, extra: new Set(), selection: null, path: null, article: 0 };

function countOf(count, one, many) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

function statusOf({ modality }) {
  if (Object.hasOwn(data.modalities, modality)) return data.modalities[modality];
  return { ...data.modalities.actual, label: modality, badge: modality };
}
