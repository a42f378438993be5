// The articles: text and graph as two sides of one thing. Names lead to things, sentences to statements.
const nodesIn = data.documents.map(() => []);
data.nodes.forEach(({ documents }, node) => documents.forEach((number) => nodesIn[number].push(node)));

// The passages of an article in their order, each with what is said there; those that overlap are one.
function listPassages(article) {
  const found = new Map();
  statements.forEach(({ evidence }, k) => {
    for (const number of evidence) {
      const [document, quote, , begin] = data.passages[number];
      if (document !== article || !lives.statements[k]) continue;
      const key = `${begin} ${quote}`;
      if (!found.has(key)) found.set(key, { begin, quote, numbers: new Set(), told: [] });
      found.get(key).numbers.add(number);
      found.get(key).told.push(k);
    }
  });
  return [...found.values()].sort((a, b) => a.begin - b.begin || b.quote.length - a.quote.length);
}

// Offsets of the graph count code points; a text here counts units of UTF-16.
function makeCounter(text) {
  if (!/[\ud800-\udbff]/.test(text)) return (point) => point;
  const starts = [];
  let unit = 0;
  for (const letter of text) {
    starts.push(unit);
    unit += letter.length;
  }
  return (point) => (point < starts.length ? starts[point] : text.length);
}

// Parts of the text [{start, end, passage}] that lie in order beside each other.
function partText(text, passages) {
  const unitOf = makeCounter(text);
  const parts = [];
  for (const passage of passages) {
    const start = unitOf(passage.begin);
    const end = start + passage.quote.length;
    const last = parts[parts.length - 1];
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.passages.push(passage);
    } else parts.push({ start, end, passages: [passage] });
  }
  return parts;
}

function makeMention(words, node) {
  const mention = make("span", { class: `mention f-${data.nodes[node].family}`, role: "button", tabindex: 0 });
  mention.textContent = words;
  mention.dataset.node = node;
  mention.title = `${labels[node]}, ${data.nodes[node].type}`;
  const open = () => select("node", node);
  mention.addEventListener("click", open);
  mention.addEventListener("keydown", (event) => { if (event.key === "Enter") open(); });
  return mention;
}

function makeToldText(text, names, passages) {
  const told = [...new Set(passages.flatMap((passage) => passage.told))];
  const words = makeMarked(text, findMarks(text, names), makeMention);
  const count = make("button", { type: "button", class: "told-count", title: "What the sentence says",
    "aria-label": `${countOf(told.length, "statement", "statements")} of this sentence`,
    onclick: () => select("sentence", told) }, String(told.length));
  const piece = make("span", { class: "told" }, ...words, "\u2060", count);
  piece.dataset.passages = passages.flatMap((passage) => [...passage.numbers]).join(" ");
  return piece;
}

function makeArticleText(article, names) {
  const { text } = data.documents[article];
  const passages = listPassages(article);
  const plain = (words) => makeMarked(words, findMarks(words, names), makeMention);
  if (!text) {
    return passages.flatMap((passage) => [make("p", { dir: "auto" }, makeToldText(passage.quote, names, [passage]))]);
  }
  const pieces = [];
  let at = 0;
  for (const { start, end, passages: own } of partText(text, passages)) {
    pieces.push(...plain(text.slice(at, start)), makeToldText(text.slice(start, end), names, own));
    at = end;
  }
  return [make("div", { class: "text", dir: "auto" }, ...pieces, ...plain(text.slice(at)))];
}

function showReading() {
  const article = state.article;
  const { title, date, identifier, source, publisher, text } = data.documents[article];
  const names = nodesIn[article].filter((node) => lives.nodes[node]).sort((a, b) => rankOf[a] - rankOf[b])
    .flatMap((node) => namesOf(node).map((name) => [name, node]));
  const options = data.documents.map((document, i) => [String(i), documentName(document)]);
  const choice = makeChoice("Article", options, String(article), (value) => openArticle(Number(value)));
  const told = say("p", [date, publisher, identifier].filter(Boolean).join(" · "), "hint");
  if (source) told.append(" · ", makeLink(source, cut(source, 60)));
  document.getElementById("reading").replaceChildren(
    make("div", { class: "sheet" }, choice, say("h2", title), told,
      text ? null : make("p", { class: "hint" }, "Only the sentences that statements stand on; the article's text is not on this page."),
      ...makeArticleText(article, names)));
  markSelected();
}

// Every mention of what is selected stands out.
function markSelected() {
  const chosen = state.selection?.kind === "node" ? String(state.selection.id) : null;
  for (const mention of document.querySelectorAll("#reading .mention")) {
    mention.classList.toggle("chosen", mention.dataset.node === chosen);
  }
}

// Opens an article; at a passage, where one is named.
function openArticle(article, passage = null) {
  state.article = article;
  setView("reading");
  const pieces = [...document.querySelectorAll("#reading .told")];
  const piece = passage === null ? null : pieces.find((one) => one.dataset.passages.split(" ").includes(String(passage)));
  if (piece) {
    piece.classList.add("sought");
    piece.scrollIntoView({ block: "center" });
  } else document.getElementById("reading").scrollTop = 0;
}
