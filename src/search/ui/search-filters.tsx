import { type ReactNode, useId } from "react";
import { type Asked, FILTERS, type Filter, SEARCH_KINDS, type SearchKind } from "../grammar";

export type FilterWords = {
  filters: string;
  any: string;
  apply: string;
  field: Readonly<Record<"in" | "from" | "fromHint" | "kind" | "after" | "before", string>>;
  kind: Readonly<Record<SearchKind, string>>;
  answered: string;
  open: string;
};

type FiltersProps = {
  asked: Asked;
  spaces: readonly { slug: string; name: string }[];
  words: FilterWords;
  change: (name: Filter, value: string) => void;
};

/** The filters as controls, for whoever does not want to know how they are typed. */
export function SearchFilters({ asked, spaces, words, change }: FiltersProps) {
  const chosen = FILTERS.filter((name) => asked[name] !== null).length;
  const elsewhere = asked.in !== null && !spaces.some(({ slug }) => slug === asked.in) ? [asked.in] : [];
  const places = [
    ...spaces.map(({ slug, name }) => [slug, name] as const),
    ...elsewhere.map((slug) => [slug, slug] as const),
  ];
  return (
    <details className="mt-2" open={chosen > 0}>
      <summary className="fine cursor-pointer">
        {words.filters}
        {chosen > 0 ? ` (${chosen})` : ""}
      </summary>
      <div className="mt-2 grid gap-3 sm:grid-cols-3">
        <Choice name="in" asked={asked} label={words.field.in} any={words.any} options={places} change={change} />
        <Choice
          name="kind"
          asked={asked}
          label={words.field.kind}
          any={words.any}
          options={SEARCH_KINDS.map((kind) => [kind, words.kind[kind]] as const)}
          change={change}
        />
        <Line
          name="from"
          type="text"
          asked={asked}
          label={words.field.from}
          hint={words.field.fromHint}
          change={change}
        />
        <Line name="after" type="date" asked={asked} label={words.field.after} change={change} />
        <Line name="before" type="date" asked={asked} label={words.field.before} change={change} />
        <div className="grid content-end gap-1">
          <Tick name="has" value="answer" asked={asked} label={words.answered} change={change} />
          <Tick name="is" value="open" asked={asked} label={words.open} change={change} />
        </div>
      </div>
    </details>
  );
}

type ControlProps = { name: Filter; asked: Asked; label: string; change: FiltersProps["change"] };

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="fine">
        {label}
      </label>
      {children}
    </div>
  );
}

function Choice({
  name,
  asked,
  label,
  any,
  options,
  change,
}: ControlProps & { any: string; options: readonly (readonly [string, string])[] }) {
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <select
        id={id}
        name={name}
        className="input"
        value={asked[name] ?? ""}
        onChange={(event) => change(name, event.target.value)}
      >
        <option value="">{any}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** A name or a day: it counts when it is finished, not at each key. */
function Line({ name, type, asked, label, hint, change }: ControlProps & { type: "text" | "date"; hint?: string }) {
  const id = useId();
  const value = asked[name] ?? "";
  return (
    <Labelled id={id} label={label}>
      <input
        key={value}
        id={id}
        type={type}
        name={name}
        className="input"
        defaultValue={value}
        placeholder={hint}
        maxLength={80}
        onBlur={(event) => {
          if (event.target.value !== value) change(name, event.target.value);
        }}
      />
    </Labelled>
  );
}

function Tick({ name, value, asked, label, change }: ControlProps & { value: string }) {
  return (
    <label className="flex items-center gap-2">
      <input
        type="checkbox"
        name={name}
        value={value}
        checked={asked[name] === value}
        onChange={(event) => change(name, event.target.checked ? value : "")}
      />
      {label}
    </label>
  );
}
