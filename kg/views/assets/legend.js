// The legend: what shapes, colours and lines mean, how many there are, and which types to show.
function countTypes() {
  const families = new Map(Object.keys(data.families).map((name) => [name, new Map()]));
  for (const { family, type } of data.nodes) {
    const types = families.get(family);
    types.set(type, (types.get(type) || 0) + 1);
  }
  return [...families].filter(([, types]) => types.size);
}

function makeCheck(label, count, icon, change) {
  const input = make("input", { type: "checkbox" });
  input.checked = true;
  input.addEventListener("change", () => change(input.checked));
  const row = make("label", {}, input, icon, say("span", label, "name"), say("span", count.toLocaleString("en"), "count"));
  return { row, input };
}

function switchTypes(types, on) {
  for (const type of types) {
    if (on) state.typesOff.delete(type);
    else state.typesOff.add(type);
  }
  refreshCanvas();
}

function makeFamily(family, types) {
  const names = [...types.keys()].sort((a, b) => types.get(b) - types.get(a) || (a < b ? -1 : 1));
  const total = names.reduce((sum, name) => sum + types.get(name), 0);
  const children = [];
  const whole = makeCheck(data.families[family].label, total, makeIcon(family), (on) => {
    for (const child of children) child.input.checked = on;
    switchTypes(names, on);
  });
  if (names.length > 1) {
    for (const name of names) {
      children.push(makeCheck(name, types.get(name), null, (on) => {
        switchTypes([name], on);
        const checked = children.filter((child) => child.input.checked).length;
        whole.input.checked = checked === children.length;
        whole.input.indeterminate = checked > 0 && checked < children.length;
      }));
    }
  }
  const inner = children.length ? make("div", { class: "types" }, ...children.map((child) => child.row)) : null;
  return make("div", { class: "family" }, whole.row, inner);
}

function showLegend() {
  document.getElementById("types").replaceChildren(...countTypes().map(([family, types]) => makeFamily(family, types)));
  const used = Object.keys(data.modalities).filter((name) => data.edges.some((edge) => edge.modality === name));
  document.getElementById("lines").replaceChildren(...used.map((name) =>
    make("p", {}, makeLine(name), say("span", data.modalities[name].label))));
}
