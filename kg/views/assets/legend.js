// The legend is the filter: what shapes, colours and lines mean, how many there are, what to show.
const folded = { Relations: true };
const openFamilies = new Set();

function countBy(list, key) {
  const counts = new Map();
  for (const item of list) counts.set(item[key], (counts.get(item[key]) || 0) + 1);
  return counts;
}

function countTypes() {
  const families = new Map(Object.keys(data.families).map((name) => [name, new Map()]));
  for (const { family, type } of data.nodes) {
    const types = families.get(family);
    types.set(type, (types.get(type) || 0) + 1);
  }
  return [...families].filter(([, types]) => types.size);
}

function byCount(counts) {
  return [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
}

function makeCheck(label, count, icon, on, change) {
  const input = make("input", { type: "checkbox" });
  input.checked = on;
  input.addEventListener("change", () => change(input.checked));
  const row = make("label", {}, input, icon, say("span", label, "name"), say("span", count.toLocaleString("en"), "count"));
  return { row, input };
}

function switchAll(left, names, on) {
  for (const name of names) {
    if (on) left.delete(name);
    else left.add(name);
  }
  changeFilters();
}

// Shows and hides the kinds of a family, which are many.
function makeOpener(family, inner) {
  const button = make("button", { type: "button", class: "opener", "aria-label": `Kinds of ${data.families[family].label}`, onclick: () => {
    inner.hidden = !inner.hidden;
    if (inner.hidden) openFamilies.delete(family);
    else openFamilies.add(family);
    tell();
  } });
  const tell = () => {
    button.textContent = inner.hidden ? "▸" : "▾";
    button.setAttribute("aria-expanded", String(!inner.hidden));
  };
  tell();
  return button;
}

function makeFamily(family, types) {
  const names = byCount(types);
  const total = names.reduce((sum, name) => sum + types.get(name), 0);
  const isOn = (name) => !filters.types.has(name);
  const children = [];
  const whole = makeCheck(data.families[family].label, total, makeIcon(family), names.some(isOn), (on) => {
    for (const child of children) child.input.checked = on;
    switchAll(filters.types, names, on);
  });
  whole.input.indeterminate = names.some(isOn) && !names.every(isOn);
  if (names.length > 1) {
    for (const name of names) {
      children.push(makeCheck(name, types.get(name), null, isOn(name), (on) => {
        switchAll(filters.types, [name], on);
        const checked = children.filter((child) => child.input.checked).length;
        whole.input.checked = checked > 0;
        whole.input.indeterminate = checked > 0 && checked < children.length;
      }));
    }
  }
  if (!children.length) return make("div", { class: "family" }, whole.row);
  const inner = make("div", { class: "types", hidden: !openFamilies.has(family) && !whole.input.indeterminate }, ...children.map((child) => child.row));
  return make("div", { class: "family" }, whole.row, makeOpener(family, inner), inner);
}

function makeChecks(key, left, makeMark, nameOf) {
  const counts = countBy(statements, key);
  return byCount(counts).map((name) =>
    makeCheck(nameOf(name), counts.get(name), makeMark(name), !left.has(name), (on) => switchAll(left, [name], on)).row);
}

function makeGroup(title, ...rows) {
  const group = make("details", { class: "group", open: !folded[title] }, make("summary", {}, title), ...rows);
  group.addEventListener("toggle", () => { folded[title] = !group.open; });
  return group;
}

function makeChoice(label, options, value, change) {
  const list = make("select", {}, ...options.map(([key, text]) => {
    const option = say("option", text);
    option.value = key;
    return option;
  }));
  list.value = value;
  list.addEventListener("change", () => change(list.value));
  return make("label", { class: "choice" }, make("span", {}, label), list);
}

function makeArticleChoice() {
  const options = data.documents.map((document, i) => [String(i), documentName(document)]);
  return makeChoice("From", [["-1", "all articles"], ...options], String(filters.article), (value) => {
    filters.article = Number(value);
    changeFilters();
  });
}

function makeSlider(label, value, most, words, change) {
  const input = make("input", { type: "range", min: 0, max: most, step: 1, "aria-label": label });
  const shown = make("output", {});
  const tell = () => {
    shown.textContent = words(Number(input.value));
    input.setAttribute("aria-valuetext", shown.textContent);
  };
  input.value = value;
  tell();
  input.addEventListener("input", () => { tell(); change(Number(input.value)); });
  return make("label", { class: "slider" }, make("span", {}, label), input, shown);
}

// The days that statements were reported on, or that they speak of.
function listDays() {
  const days = filters.by === "reported" ? data.documents.map(({ date }) => date) : statements.flatMap(({ told }) => told || []);
  return [...new Set(days.filter(Boolean).map((day) => day.slice(0, 10)))].sort();
}

function makeTime() {
  const rows = [makeChoice("By", [["reported", "date of the article"], ["told", "time told of"]], filters.by, (value) => {
    Object.assign(filters, { by: value, from: "", to: "" });
    changeFilters();
    showLegend();
  })];
  const days = listDays();
  if (days.length < 2) return [...rows, make("p", { class: "hint" }, "Fewer than two dates are known.")];
  const last = days.length - 1;
  const at = (day, rest) => (day && days.includes(day) ? days.indexOf(day) : rest);
  const change = (end, rest) => (i) => {
    filters[end] = i === rest ? "" : days[i];
    changeFilters();
  };
  rows.push(makeSlider("from", at(filters.from, 0), last, (i) => days[i], change("from", 0)));
  rows.push(makeSlider("to", at(filters.to, last), last, (i) => days[i], change("to", last)));
  return rows;
}

function makeConfidence() {
  return makeSlider("at least", Math.round(filters.least * 20), 20, (i) => (i / 20).toFixed(2), (i) => {
    filters.least = i / 20;
    changeFilters();
  });
}

function showLegend() {
  const status = makeChecks("modality", filters.modalities, makeLine, (name) => statusOf({ modality: name }).label);
  const relations = makeChecks("predicate", filters.predicates, () => null, (name) => name);
  const reset = make("button", { type: "button", id: "reset", class: "action", disabled: !isFiltered(), onclick: () => {
    resetFilters();
    changeFilters();
    showLegend();
  } }, "Reset filters");
  document.getElementById("filters").replaceChildren(
    reset,
    makeGroup("Status", ...status),
    makeGroup("Things", ...countTypes().map(([family, types]) => makeFamily(family, types))),
    makeGroup("Relations", ...relations),
    makeGroup("Article", makeArticleChoice()),
    makeGroup("Time", ...makeTime()),
    makeGroup("Confidence", makeConfidence()));
}

// Everything that shows statements follows the filters.
function changeFilters() {
  applyFilters();
  refreshCanvas();
  refreshSelection();
  if (!isMostlySeen()) fitView(LEAST_SCALE);
  document.getElementById("reset").disabled = !isFiltered();
  if (state.selection?.kind === "path") state.path.steps = findPath(state.path.from, state.path.to);
  showPanel();
  showView();
  saveAddress();
}
