// The list beside the text: fetched when the category, its day or the title change, or when asked for; a button puts a quote with its
// source at the end of the text, or behind the block that was last written in.
(() => {
  const WAIT = 600; // milliseconds after the last key
  let last = null;
  let asked = 0;

  const value = (name) => document.querySelector(`[name="${name}"]`)?.value ?? "";

  const written = () =>
    (window.deskBody?.getValue() ?? [])
      .filter((block) => block.type === "text" && block.value)
      .map((block) => {
        try {
          return JSON.parse(block.value).blocks.map((line) => line.text).join("\n");
        } catch {
          return "";
        }
      });

  const fetchList = async (box) => {
    const mine = ++asked;
    const body = new FormData();
    body.append("csrfmiddlewaretoken", value("csrfmiddlewaretoken"));
    for (const name of ["category", "as_of", "title"]) body.append(name, value(name));
    for (const text of written()) body.append("text", text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
    const list = box.querySelector("[data-evidence-list]");
    list.setAttribute("aria-busy", "true");
    let html = null;
    try {
      const answer = await fetch(box.dataset.evidence, { method: "POST", body, credentials: "same-origin" });
      if (answer.ok) html = await answer.text();
    } catch {
      html = null;
    }
    if (mine !== asked) return;
    list.removeAttribute("aria-busy");
    if (html === null) list.textContent = "The list could not be fetched. Try again with the button above.";
    else list.innerHTML = html; // of the desk's own server, every word of it escaped there
  };

  const say = (box, text) => {
    box.querySelector("[data-evidence-said]").textContent = text;
  };

  // A random UUID (RFC 9562, version 4): a block without an id shares its headings' ids with others. crypto.randomUUID is for https alone.
  const uuid = () =>
    "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
      (digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16));

  const insert = (box, button) => {
    const body = window.deskBody;
    if (!body) {
      say(box, "The text is not ready yet: try again.");
      return;
    }
    const at = last && body.children.includes(last) ? body.children.indexOf(last) + 1 : body.children.length;
    const quote = JSON.parse(button.dataset.quote);
    last = body.insert({ type: "quote", value: quote, id: uuid() }, at, { animate: true, collapsed: false }) ?? body.children[at];
    say(box, `Quote put in as block ${at + 1} of the text.`);
  };

  document.addEventListener("DOMContentLoaded", () => {
    const box = document.querySelector("[data-evidence]");
    if (!box) return;
    let timer = 0;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => fetchList(box), WAIT);
    };
    document.addEventListener("change", (event) => {
      if (["category", "as_of", "title"].includes(event.target.name)) soon();
    });
    document.addEventListener("focusin", (event) => {
      const block = event.target.closest?.("[data-contentpath]");
      const found = block && window.deskBody?.children.find((child) => child.id && block.dataset.contentpath === child.id);
      if (found) last = found;
    });
    box.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button?.hasAttribute("data-quote")) insert(box, button);
      if (button?.hasAttribute("data-evidence-fetch")) fetchList(box);
    });
    fetchList(box);
  });
})();
