// What leaves the page: files and the clipboard, always by a click of the reader.
function announce(text) {
  document.getElementById("notice").textContent = text;
  clearTimeout(announce.timer);
  announce.timer = setTimeout(() => { document.getElementById("notice").textContent = ""; }, 4000);
}

function saveBlob(blob, name) {
  const link = make("a", { download: name });
  link.href = URL.createObjectURL(blob);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  announce(`Saved ${name}.`);
}

function saveText(text, name, type) {
  saveBlob(new Blob([text], { type: `${type};charset=utf-8` }), name);
}

// Old ways for pages that a browser gives no clipboard, as some do with files.
function copyBySelection(text) {
  const field = make("textarea", { class: "unseen" });
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  return copied;
}

async function copyText(text, words) {
  try {
    await navigator.clipboard.writeText(text);
    announce(words);
  } catch {
    announce(copyBySelection(text) ? words : "The browser does not let this page copy.");
  }
}

// RFC 4180; what a spreadsheet would run as a formula gets an apostrophe before it.
function formatCell(text) {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function formatCsv(numbers) {
  const rows = [COLUMNS, ...numbers.map((k) => cellsOf(statements[k]))];
  return rows.map((row) => `${row.map(formatCell).join(",")}\r\n`).join("");
}
