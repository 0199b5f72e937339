const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/** Time for those that know better where the keyboard goes, such as a page that opens. */
const OTHERS_FIRST_MS = 60;

interface Place {
  parent: Element;
  index: number;
}

function placesOf(element: Element): Place[] {
  const places: Place[] = [];
  for (
    let child = element, parent = child.parentElement;
    parent;
    child = parent, parent = child.parentElement
  )
    places.push({ parent, index: [...parent.children].indexOf(child) });
  return places;
}

function isShown(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** What stands now where something stood: in its place, else before it, else anywhere in what held it. */
function standIn({ parent, index }: Place): HTMLElement | undefined {
  const branches = [parent.children[index], parent.children[index - 1], parent].filter(
    (one) => one !== undefined,
  );
  for (const branch of branches) {
    const own = branch !== parent && branch.matches(FOCUSABLE) ? [branch] : [];
    const found = [...own, ...branch.querySelectorAll(FOCUSABLE)].find(isShown);
    if (found instanceof HTMLElement) return found;
  }
}

/**
 * A button that takes itself away (a choice made, a line removed) must not take the keyboard away with it:
 * the focus goes to what stands in its place. Whoever points is left alone: a field would open a phone's keyboard.
 */
export function keepFocus(): void {
  let places: Place[] = [];
  let last: Element | null = null;
  let byKeyboard = false;
  document.addEventListener("keydown", () => (byKeyboard = true), true);
  document.addEventListener("pointerdown", () => (byKeyboard = false), true);
  document.addEventListener("focusin", ({ target }) => {
    last = target instanceof Element ? target : null;
    places = last ? placesOf(last) : [];
  });
  new MutationObserver(() => {
    if (!last || last.isConnected) return;
    last = null;
    if (!byKeyboard) return;
    // Never as far as what holds the title: from there on, the title itself is the place to go on from.
    const within = places.filter(
      ({ parent }) => !parent.matches("main") && !parent.querySelector("h1, main"),
    );
    setTimeout(() => {
      if (document.activeElement !== document.body) return;
      const next = within
        .filter(({ parent }) => parent.isConnected)
        .map(standIn)
        .find((one) => one !== undefined);
      (next ?? document.querySelector<HTMLElement>("main h1"))?.focus();
    }, OTHERS_FIRST_MS);
  }).observe(document.body, { childList: true, subtree: true });
}
