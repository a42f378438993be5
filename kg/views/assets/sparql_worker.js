// The worker's own part, after Oxigraph's: it takes the engine and the graph once, then questions.
let store = null;
const waiting = [];

function answerQuery(query) {
  try {
    const isGraph = /^\s*(?:(?:#.*\n|PREFIX\s+\S*\s*<[^>]*>|BASE\s*<[^>]*>)\s*)*(?:CONSTRUCT|DESCRIBE)\b/i.test(query);
    const text = store.query(query, { results_format: isGraph ? "text/turtle" : "json" });
    self.postMessage({ text });
  } catch (error) {
    self.postMessage({ error: String(error.message || error) });
  }
}

self.addEventListener("message", async ({ data: message }) => {
  if (message.query !== undefined) {
    if (store) answerQuery(message.query);
    else waiting.push(message.query);
    return;
  }
  try {
    await __wbg_init({ module_or_path: message.wasm });
    const filled = new Store();
    filled.load(message.graph, { format: "text/turtle" });
    store = filled;
    waiting.splice(0).forEach(answerQuery);
  } catch (error) {
    self.postMessage({ error: String(error.message || error) });
  }
});
