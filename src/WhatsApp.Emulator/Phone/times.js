const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const precise = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3, hour12: false });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: "long" });
const date = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long", year: "numeric" });
const short = new Intl.DateTimeFormat(undefined, { day: "2-digit", month: "2-digit", year: "2-digit" });

export const hour = at => clock.format(new Date(at));
export const exact = at => precise.format(new Date(at));

function daysAgo(at) {
  const start = moment => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate());
  return Math.round((start(new Date()) - start(new Date(at))) / 86_400_000);
}

export function dayName(at) {
  const days = daysAgo(at);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return days > 1 && days < 7 ? weekday.format(new Date(at)) : date.format(new Date(at));
}

export function listTime(at) {
  const days = daysAgo(at);
  if (days <= 0) return hour(at);
  if (days === 1) return "Yesterday";
  return days < 7 ? weekday.format(new Date(at)) : short.format(new Date(at));
}

export function duration(seconds) {
  const whole = Number.isFinite(seconds) ? Math.round(seconds) : 0;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
