// Wagtail's own editor of a text in blocks, but it says where it is: evidence.js puts quotes into it.
(() => {
  const Base = window.wagtailStreamField.blocks.StreamBlockDefinition;
  class Body extends Base {
    render(placeholder, prefix, initialState, initialError) {
      const block = super.render(placeholder, prefix, initialState, initialError);
      window.deskBody = block;
      return block;
    }
  }
  window.telepath.register("detente.analyses.Body", Body);
})();
