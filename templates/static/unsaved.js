/** Asks before a page is left on which something was typed or chosen that nobody has stored yet, and says where the program does not answer. */
(() => {
  /** What a field held when its form was last taken. */
  const taken = new WeakMap();
  /** The form that is on its way: leaving the page is what it is for. */
  let going = null;

  const isTyped = field =>
    field.tagName === 'TEXTAREA' ||
    (field.tagName === 'INPUT' && ['text', 'date', 'email', 'number', 'search', 'tel', 'url'].includes(field.type));

  const isChosen = field => field.tagName === 'SELECT' || ['radio', 'checkbox'].includes(field.type);

  /** What a field holds. */
  const stateOf = field => (['radio', 'checkbox'].includes(field.type) ? field.checked : field.value);

  /** What it held when the page came: a list that marks no choice shows its first. */
  const stateAtFirst = field => {
    if (isTyped(field)) return field.defaultValue;
    if (field.tagName !== 'SELECT') return field.defaultChecked;
    return ([...field.options].find(one => one.defaultSelected) ?? field.options[0])?.value ?? '';
  };

  // Answers that give back what was typed, since it could not be stored, say so on the form or on the page.
  const isGivenBack = form => form.hasAttribute('data-unsaved') || form.closest('[data-refused]') !== null;

  const isChanged = form => {
    if (form.method !== 'post' || form === going || form.querySelector('[type=password]') !== null) return false;
    return [...form.elements].some(field => {
      if (!isTyped(field) && !isChosen(field)) return false;
      const before = taken.get(field);
      if (before === undefined && isTyped(field) && isGivenBack(form)) return field.value !== '';
      return stateOf(field) !== (before ?? stateAtFirst(field));
    });
  };

  const holdsChanges = part => [...part.querySelectorAll('form')].some(isChanged);

  addEventListener('beforeunload', event => {
    if (holdsChanges(document)) event.preventDefault();
  });
  addEventListener('submit', event => {
    // htmx sends its forms itself.
    if (!event.defaultPrevented) going = event.target;
  });
  // A form that led to a file, or to which one came back, leaves the page as it was.
  addEventListener('input', () => {
    going = null;
  });
  addEventListener('pageshow', () => {
    going = null;
  });
  const tellOfSilence = isSilent => {
    const told = document.getElementById('no-answer');
    if (told === null || told.hidden !== isSilent) return;
    told.hidden = !isSilent;
    told.setAttribute('role', 'alert');
  };
  addEventListener('htmx:sendError', () => tellOfSilence(true));
  addEventListener('htmx:beforeOnLoad', event => {
    tellOfSilence(false);
    const { elt: form, xhr } = event.detail;
    if (form.tagName !== 'FORM' || xhr.status >= 300) return;
    // An editor's text is only looked at until the answer leads to another page.
    if (form.hasAttribute('data-drafting') && xhr.getResponseHeader('HX-Redirect') === null) return;
    for (const field of form.elements) taken.set(field, stateOf(field));
  });
  addEventListener('htmx:beforeRequest', event => {
    const { requestConfig, target } = event.detail;
    // What would come in its place is the same form, empty.
    if (requestConfig.verb === 'get' && holdsChanges(target)) event.preventDefault();
  });
})();
