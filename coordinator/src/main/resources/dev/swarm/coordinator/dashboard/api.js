// Asking the coordinator. Every answer is JSON; every error is a problem document that says what to do.

const ROOT = "/api/v1";

/** An answer that was no success: what it was, and how to mend it. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || `the coordinator answered ${status}`);
    this.status = status;
    this.title = body.title || "";
    this.mend = body.mend || "";
  }
}

export const address = (path) => ROOT + path;

/** A query string from what is set; lists repeat their name. */
export function query(parameters) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== "") {
        search.append(name, one);
      }
    }
  }
  const text = search.toString();
  return text ? `?${text}` : "";
}

export function get(path) {
  return ask(path, { headers: { accept: "application/json" } });
}

export function post(path, body = {}) {
  return ask(path, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  });
}

/** Shows a token once; from then on a cookie that no script can read stands for it. */
export function signIn(token) {
  return post("/session", { token });
}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(address(path), { ...options, cache: "no-store" });
  } catch {
    throw new Problem(0, {
      title: "no answer",
      detail: "could not reach the coordinator",
      mend: "check that swarm serve is running; this page tries again by itself",
    });
  }
  const text = await response.text();
  const body = parsed(text);
  if (!response.ok) {
    throw new Problem(response.status, body ?? {});
  }
  return body ?? {};
}

function parsed(text) {
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return null;
  }
}
