// How cells and numbers are written in the grid.
export function grouped(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

// What a cell holds: undefined while it is not there yet, null where it is empty, text, in an array where it was cut.
export function kind(value) {
  if (value === undefined) return "nothing-yet";
  if (value === null) return "empty";
  return value === "" ? "blank" : "text";
}

// An empty text is not an empty cell; ends of lines and tabs are seen.
export function wording(value, empty) {
  if (value === undefined) return "";
  if (value === null) return empty;
  if (value === "") return '""';
  const text = Array.isArray(value) ? `${value[0]}…` : value;
  return text.replace(/\r\n?|\n/g, "↵").replaceAll("\t", "⇥");
}
