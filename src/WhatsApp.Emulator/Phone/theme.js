import { icon } from "./icons.js";

const themes = ["auto", "light", "dark"];
const pictures = { auto: "auto", light: "sun", dark: "moon" };
const key = "phone-theme";

// Follows the system until the person chooses; the choice stays in this browser.
export function themeButton(button) {
  let theme = themes.includes(stored()) ? stored() : "auto";
  const show = () => {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    button.replaceChildren(icon(pictures[theme]));
    button.setAttribute("aria-label", `Colours: ${theme === "auto" ? "as the system" : theme}`);
    button.title = button.getAttribute("aria-label");
  };
  button.addEventListener("click", () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    try {
      localStorage.setItem(key, theme);
    } catch {
      // Kept for this page only.
    }
    show();
  });
  show();
}

function stored() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
