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
    const left = places.find(({ parent }) => parent.isConnected);
    // A whole page that goes has a next one, which says where to start.
    if (!byKeyboard || !left || left.parent.matches("main, body, #root")) return;
    setTimeout(() => {
      if (document.activeElement === document.body && left.parent.isConnected) standIn(left)?.focus();
    }, OTHERS_FIRST_MS);
  }).observe(document.body, { childList: true, subtree: true });
}
