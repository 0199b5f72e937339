const FAULT = '[aria-invalid="true"], [data-fault="true"] input';

/** After a sending refused on the spot, the first wrong field of the form has the focus, in every form alike. */
export function showFirstFault(): void {
  document.addEventListener("submit", ({ target }) => {
    // Errors are drawn first.
    setTimeout(() => target instanceof Element && target.querySelector<HTMLElement>(FAULT)?.focus());
  });
}
