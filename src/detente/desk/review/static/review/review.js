// The keyboard of the review, selecting words for a missed event, and previews beside the text. Without it every link and form still works.
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const review = one(".review");
  const codings = all(".coding");
  const beside = matchMedia("(min-width: 64rem)"); // the text stands beside the codings (review.css), else above them, out of sight
  const said = one("#said");
  let current = null;
  let selection = null;

  const say = (words) => { if (said) said.textContent = words; };

  // One coding is the current one: keys act on it, its words in the text are outlined.
  const choose = (coding, focus = true) => {
    if (!coding) return;
    current = coding;
    for (const other of codings) other.classList.toggle("current", other === coding);
    for (const mark of all("mark[data-codings]")) {
      mark.classList.toggle("current", mark.dataset.codings.split(" ").includes(coding.id));
    }
    if (focus) coding.focus({ preventScroll: true });
    coding.scrollIntoView({ block: "nearest" });
    if (beside.matches) one("mark.current")?.scrollIntoView({ block: "nearest" });
  };
  const step = (by) => {
    const at = codings.indexOf(current);
    const next = codings[Math.max(0, Math.min(codings.length - 1, at + by))];
    choose(current ? next : codings[0]);
  };

  // Previews: what is in the form is sent as it changes; the answer names the statuses that would move, and may then be saved.
  const watch = (form) => {
    const into = one("[data-preview-into]", form);
    let timer = 0;
    let asked = 0;
    let answered = 0;
    const ask = () => {
      clearTimeout(timer);
      timer = 0;
      const mine = ++asked;
      const data = new FormData(form);
      data.set("step", "preview");
      data.delete("seen");
      return fetch(form.action, { method: "POST", body: data, headers: { "X-Requested-With": "fetch" }, credentials: "same-origin" })
        .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
        .then((html) => { if (mine === asked) { into.innerHTML = html; answered = mine; } })
        .catch(() => { if (mine === asked) into.textContent = "The preview did not come: saving shows it first."; });
    };
    const soon = () => { clearTimeout(timer); timer = setTimeout(ask, 400); };
    form.addEventListener("input", soon);
    form.addEventListener("submit", (event) => {
      if (event.submitter?.value !== "preview") return;
      event.preventDefault();
      // Enter shows; what is shown already, Enter saves.
      const shown = one("[name=seen]", form) && asked === answered && !timer;
      if (shown && event.submitter !== document.activeElement) setTimeout(() => form.requestSubmit(one("[value=save]", form)));
      else ask();
    });
    return ask;
  };

  const panelOf = (link) => {
    const coding = link.closest(".coding");
    if (coding) return one(".panel", coding);
    let panel = one("#add-panel");
    if (!panel) {
      panel = document.createElement("div");
      panel.id = "add-panel";
      panel.className = "panel";
      link.closest("p").after(panel);
    }
    return panel;
  };

  // Opens the form or the explanation that a link leads to below it; if that fails, the link is followed.
  const open = async (link) => {
    const panel = panelOf(link);
    try {
      const answer = await fetch(link.href, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fragment = one("[data-fragment]", page);
      for (const other of all(".panel")) { other.replaceChildren(); other.hidden = true; }
      panel.replaceChildren(document.adoptNode(fragment));
      panel.hidden = false;
    } catch {
      location.assign(link.href);
      return;
    }
    const form = one("form[data-preview]", panel);
    if (!form) {
      panel.tabIndex = -1;
      panel.focus();
      return;
    }
    const close = () => {
      panel.replaceChildren();
      panel.hidden = true;
      link.focus();
    };
    one("[data-cancel]", form)?.addEventListener("click", (event) => { event.preventDefault(); close(); });
    panel.onkeydown = (event) => { if (event.key === "Escape") { event.stopPropagation(); close(); } };
    const words = one("[name=words]", form);
    if (words && selection) {
      words.value = selection.words;
      for (const name of ["field", "from_part", "from_at", "to_part", "to_at"]) one(`[name=${name}]`, form).value = selection[name];
    }
    const ask = watch(form);
    const first = words && !words.value ? words : one("input:not([type=hidden]), select, textarea", form);
    (words && words.value ? one("[name=actor]", form) : first)?.focus();
    if (form.action.includes("/reject/")) {
      const reason = one("[name=reason]", form);
      reason.value = "not an event"; // the commonest; it is selected, so that typing replaces it
      reason.select();
      ask();
    }
  };

  // Selected words as places of the page: paragraph and code points in it, the numbers of the marks not counted.
  const place = (node, offset) => {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const part = element?.closest("[data-part]");
    if (!part) return null;
    const range = document.createRange();
    range.selectNodeContents(part);
    range.setEnd(node, offset);
    const before = range.cloneContents();
    for (const number of all("sup.ref", before)) number.remove();
    return { field: part.dataset.field, part: part.dataset.part, at: [...before.textContent].length };
  };
  const selected = () => {
    const chosen = getSelection();
    if (!chosen || chosen.isCollapsed || !review) return null;
    const range = chosen.getRangeAt(0);
    const from = place(range.startContainer, range.startOffset);
    const to = place(range.endContainer, range.endOffset);
    if (!from || !to || from.field !== to.field) return null;
    const copy = range.cloneContents();
    for (const number of all("sup.ref", copy)) number.remove();
    const raw = copy.textContent;
    const words = raw.trim();
    if (!words) return null;
    const lead = [...raw].length - [...raw.trimStart()].length;
    const tail = [...raw].length - [...raw.trimEnd()].length;
    return { words, field: from.field, from_part: from.part, from_at: from.at + lead, to_part: to.part, to_at: to.at - tail };
  };
  document.addEventListener("selectionchange", () => {
    const now = selected();
    if (now) selection = now;
    const hint = one("#add-hint");
    if (hint && now) hint.textContent = `“${now.words.slice(0, 60)}${now.words.length > 60 ? "…" : ""}”`;
  });

  // Single keys can be switched off, as somebody who speaks to their browser may set them off by a word (WCAG 2.1.4).
  const OFF = "detente-single-keys-off";
  const kept = (change) => { try { return change(localStorage); } catch { return null; } }; // a browser may keep nothing
  const sign = one("#keys-on");
  const keysOn = () => !sign || sign.checked;
  if (sign) {
    sign.checked = kept((store) => store.getItem(OFF)) === null;
    one("#keys-switch").hidden = false;
    sign.addEventListener("change", () => kept((store) => (sign.checked ? store.removeItem(OFF) : store.setItem(OFF, "1"))));
  }

  const act = (key) => {
    if (key === "n") { const add = one("#add"); if (add) open(add); return; }
    const whole = one(`:is(.finish, .before) form[data-key="${key}"]`);
    if (whole) { whole.requestSubmit(); return; }
    if (key === "b") { say("There is no article before this one to go back to."); return; }
    if (!current) { say("Choose a coding first: j."); return; }
    const found = one(`[data-key="${key}"]`, current);
    if (!found) { say("That cannot be done here."); return; }
    if (found.tagName === "FORM") found.requestSubmit(); else open(found);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.matches(".coding a[data-key], #add")) { event.preventDefault(); open(link); }
    const at = link.getAttribute("href");
    if (at?.startsWith("#r-")) { event.preventDefault(); history.replaceState(null, "", at); choose(document.getElementById(at.slice(1))); }
  });
  document.addEventListener("focusin", (event) => {
    const coding = event.target.closest?.(".coding");
    if (coding && coding !== current) choose(coding, false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!keysOn() || event.target.closest("input:not([type=checkbox]), select, textarea, dialog[open]")) return;
    const keys = one("#keys");
    if (!keys) return;
    if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
    else if ("acrwnudb".includes(event.key)) act(event.key);
    else if (event.key === "?") keys.showModal();
    else return;
    event.preventDefault();
  });

  const help = one("#help-button");
  if (help) {
    help.hidden = false;
    help.addEventListener("click", () => one("#keys").showModal());
  }
  for (const form of all("form[data-preview]")) watch(form);
  const asked = location.hash.startsWith("#r-") ? document.getElementById(location.hash.slice(1)) : null;
  if (asked) choose(asked);
  else if (location.hash === "#finish") one("#finish")?.focus();
})();
