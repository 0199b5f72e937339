// Before the first paint, so that a dark room stays dark. Its own file: the security policy allows no inline script.
function chosenScheme() {
  try {
    return localStorage.getItem("acquis-color-scheme");
  } catch {
    return null;
  }
}
const scheme = chosenScheme();
const dark = scheme === "dark" || (scheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
document.documentElement.setAttribute("data-color-scheme", dark ? "dark" : "light");
