// Wagtail starts its date pickers and inline panels by scripts within the page, which the Content-Security-Policy forbids. The templates
// beside this file's folder leave a <template data-desk-init> there instead; here each is started once, at load or when it is put in.
(() => {
  const start = {
    initDateChooser: (at, config) => window.initDateChooser(at.dataset.id, config),
    initTimeChooser: (at, config) => window.initTimeChooser(at.dataset.id, config),
    initDateTimeChooser: (at, config) => window.initDateTimeChooser(at.dataset.id, config),
    ImageChooser: (at, config) => new window.ImageChooser(at.dataset.id, config),
    InlinePanel: (at, config) => new window.InlinePanel(config),
    MultipleChooserPanel: (at, config) => new window.MultipleChooserPanel(config),
  };
  const startAll = (within) => {
    const found = [...within.querySelectorAll("template[data-desk-init]")];
    if (within.matches?.("template[data-desk-init]")) found.push(within);
    for (const at of found) {
      const name = at.dataset.deskInit;
      at.removeAttribute("data-desk-init");
      if (start[name]) start[name](at, JSON.parse(at.dataset.config));
    }
  };
  document.addEventListener("DOMContentLoaded", () => {
    startAll(document);
    new MutationObserver((changes) => {
      for (const change of changes) for (const node of change.addedNodes) if (node.nodeType === Node.ELEMENT_NODE) startAll(node);
    }).observe(document.body, { childList: true, subtree: true });
  });
})();

// The pickers of days and times that Wagtail brings have buttons without a name, some too small to be hit; its field of tags puts an input
// of its own, without a name, in the place of the one that has a label.
(function () {
  const NAMES = { xdsoft_prev: "Before", xdsoft_next: "After", xdsoft_today_button: "Today" };
  function name() {
    Object.keys(NAMES).forEach(function (kind) {
      document.querySelectorAll("button." + kind + ":not([aria-label])").forEach(function (button) {
        button.setAttribute("aria-label", NAMES[kind]);
        button.style.minWidth = "24px";
        button.style.minHeight = "24px";
      });
    });
    document.querySelectorAll("ul.tagit input.ui-autocomplete-input:not([aria-label])").forEach(function (input) {
      input.setAttribute("aria-label", "Tags");
    });
  }
  window.addEventListener("load", name);
  document.addEventListener("focusin", function () {
    name();
    setTimeout(name, 0);
  });
})();
