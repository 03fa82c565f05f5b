// Where the reader is: the part of the address behind the #. "#/findings?severity=critical" is the page
// "findings", no path and one choice; everything that can be chosen is in the address and can be shared.

/** {page, path, choice}: the decoded parts, and the chosen filters by name. */
export function read(hash = location.hash) {
  const [path, search = ""] = hash.replace(/^#\/?/, "").split("?");
  const parts = path.split("/").filter(Boolean).map(decoded);
  return { page: parts[0] ?? "fleet", path: parts.slice(1), choice: Object.fromEntries(new URLSearchParams(search)) };
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a page. */
export function to(page, path = [], choice = {}) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(choice)) {
    if (value) {
      search.set(name, value);
    }
  }
  const text = search.toString();
  return `#/${[page, ...path].map(encodeURIComponent).join("/")}${text ? `?${text}` : ""}`;
}

export function go(page, path, choice) {
  location.hash = to(page, path, choice);
}

/** Changes some choices of the page that is open, without a step in the browser's history. */
export function choose(changes) {
  const { page, path, choice } = read();
  history.replaceState(null, "", to(page, path, { ...choice, ...changes }));
  window.dispatchEvent(new Event("hashchange"));
}
