import { type Asked, FILTERS, format, parse, withFilter } from "../grammar";

/**
 * The search of a form that came without JavaScript: its box, and its controls where somebody moved them. A control that
 * still says what it said when the form was drawn yields to what was typed in the box.
 * @param query the form's fields; `was` is the search that the controls were drawn from
 */
export function searchOf(query: Readonly<Record<string, string | undefined>>): string {
  const was = parse(query.was ?? "");
  const asked = FILTERS.reduce<Asked>(
    (sofar, name) => {
      const moved = withFilter(sofar, name, query[name] ?? "");
      return moved[name] === was[name] ? sofar : moved;
    },
    parse(query.q ?? ""),
  );
  return format(asked);
}
