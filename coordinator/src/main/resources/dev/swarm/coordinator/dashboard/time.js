// Times and spans as people read them. The server says UTC; the page shows the reader's own zone.

const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const SHORT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const LONG = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "long" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export const clock = (iso) => (iso ? CLOCK.format(new Date(iso)) : "–");
export const short = (iso) => (iso ? SHORT.format(new Date(iso)) : "–");
export const long = (iso) => (iso ? LONG.format(new Date(iso)) : "");
export const day = (iso) => DAY.format(new Date(iso));

/** 0.8 s, 12 s, 4 min 05 s, 3 h 12 min, 5 d 2 h. */
export function span(millis) {
  if (millis == null || Number.isNaN(millis)) {
    return "–";
  }
  if (millis < 9950) {
    return `${(millis / SECOND).toFixed(1)} s`;
  }
  if (millis < MINUTE - 500) {
    return `${Math.round(millis / SECOND)} s`;
  }
  if (millis < HOUR) {
    const seconds = Math.round(millis / SECOND);
    return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
  }
  if (millis < 24 * HOUR) {
    return `${Math.floor(millis / HOUR)} h ${Math.floor((millis % HOUR) / MINUTE)} min`;
  }
  return `${Math.floor(millis / (24 * HOUR))} d ${Math.floor((millis % (24 * HOUR)) / HOUR)} h`;
}

/** "just now", "4 min ago", "3 d ago"; in the future "in 2 h". */
export function ago(iso, now = Date.now()) {
  if (!iso) {
    return "never";
  }
  const past = now - new Date(iso).getTime();
  const size = Math.abs(past);
  if (size < 10 * SECOND) {
    return "just now";
  }
  const text = size < MINUTE ? `${Math.round(size / SECOND)} s`
    : size < HOUR ? `${Math.round(size / MINUTE)} min`
    : size < 48 * HOUR ? `${Math.round(size / HOUR)} h`
    : `${Math.round(size / (24 * HOUR))} d`;
  return past > 0 ? `${text} ago` : `in ${text}`;
}

export const millisBetween = (from, to) => new Date(to).getTime() - new Date(from).getTime();

const UNITS = ["B", "kB", "MB", "GB", "TB"];

/** 512 B, 1.4 MB: powers of 1,000, as disks are sold. */
export function bytes(number) {
  let value = number ?? 0;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}
