// The page's data, and who stands next to whom. Numbers are indices into these lists.
const data = JSON.parse(document.getElementById("data").textContent);
const labels = data.network.nodes.map((node) => node.label);
const statementsOf = data.nodes.map(() => ({ out: [], in: [], facts: [] }));

data.edges.forEach((edge, i) => {
  statementsOf[edge.s].out.push(i);
  statementsOf[edge.o].in.push(i);
});
data.facts.forEach((fact, i) => statementsOf[fact.s].facts.push(i));

function neighboursOf(node) {
  const found = new Set();
  for (const i of statementsOf[node].out) found.add(data.edges[i].o);
  for (const i of statementsOf[node].in) found.add(data.edges[i].s);
  found.delete(node);
  return found;
}

const rankOf = new Array(data.nodes.length);
data.ranked.forEach((node, rank) => { rankOf[node] = rank; });

// What the user sees now. `inView` are nodes asked for, less those whose type is switched off.
const state = { inView: new Set(), typesOff: new Set(), selection: null, wide: false };

function isShown(node) {
  return state.inView.has(node) && !state.typesOff.has(data.nodes[node].type);
}

function shownNodes() {
  return [...state.inView].filter(isShown).sort((a, b) => rankOf[a] - rankOf[b]);
}

function countOf(count, one, many) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
