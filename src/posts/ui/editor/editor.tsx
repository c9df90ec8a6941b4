"use client";
import { type ComponentType, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import { Field, FieldErrors } from "@/ui/field";
import { FormContext, useTyped } from "@/ui/form-state";
import { TextArea } from "@/ui/inputs";
import type { EditorLabels } from "./labels";
import type { EditorProps, Named } from "./props";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "text-expander": { keys: string; multiword: string; children: ReactNode };
    }
  }
}

type Loaded = { readonly Tools: ComponentType<Parameters<typeof import("./tools").default>[0]> };
type At = { readonly field: HTMLTextAreaElement; readonly form: HTMLFormElement };

/**
 * Where words in Markdown are written. It is a text box that works by itself; what makes it comfortable is loaded when
 * somebody begins to write, so that pages for reading carry nothing of it.
 */
export function Editor(props: EditorProps) {
  const { label, hint, value, rows, placeholder, labels, eager = false, required = true } = props;
  const root = useRef<HTMLDivElement>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [at, setAt] = useState<At | null>(null);
  const [named, setNamed] = useState<Named | null>(null);

  const load = useCallback(() => {
    const field = root.current?.querySelector("textarea");
    const form = field?.form;
    if (!field || !form) return;
    setAt({ field, form });
    // Without its tools it is still a place to write.
    import("./tools").then(
      ({ default: Tools }) => setLoaded({ Tools }),
      () => {},
    );
  }, []);
  useEffect(() => {
    const here = root.current;
    if (eager || document.activeElement === here?.querySelector("textarea")) return load();
    here?.addEventListener("focusin", load, { once: true });
    here?.addEventListener("pointerenter", load, { once: true });
    return () => {
      here?.removeEventListener("focusin", load);
      here?.removeEventListener("pointerenter", load);
    };
  }, [eager, load]);

  return (
    <div className="editor-field">
      <Field name="body" label={label} hint={hint} value={value ?? ""} required={required}>
        <div ref={root} className="editor">
          {loaded !== null && at !== null ? (
            <loaded.Tools {...props} {...at} onNamed={setNamed} />
          ) : (
            <div className="editor-bar quiet fine">{labels.marks}</div>
          )}
          <text-expander keys="@ # :" multiword="@">
            <TextArea rows={rows} placeholder={placeholder} reading />
          </text-expander>
          <div className="editor-foot" data-foot="" />
        </div>
      </Field>
      <Asked name="everyone" label={labels.everyoneBox} note={everyoneNote(named, labels)} />
      <Asked name="aware" label={labels.awareBox} note={awareNote(named, labels)} silent />
    </div>
  );
}

function everyoneNote(named: Named | null, labels: EditorLabels): string | null {
  if (named === null || named.everyone === null) return null;
  const isOne = new Intl.PluralRules(labels.locale).select(named.everyone) === "one";
  return (isOne ? labels.everyoneOne : labels.everyoneOther).replace(
    "{count}",
    named.everyone.toLocaleString(labels.locale),
  );
}

function awareNote(named: Named | null, labels: EditorLabels): string | null {
  if (named === null) return null;
  const list = new Intl.ListFormat(labels.locale);
  const said = [
    ...(named.unread.length > 0 ? [labels.unread.replace("{names}", list.format(named.unread))] : []),
    ...(named.unclear.length > 0 ? [labels.unclear.replace("{names}", list.format(named.unclear))] : []),
  ];
  return said.length === 0 ? null : said.join(" ");
}

type AskedProps = { name: "everyone" | "aware"; label: string; note: string | null; silent?: boolean };

/**
 * What the writer is told before the text goes out: as it is typed, with a script; as the form comes back, without one.
 * Who was told by the first needs not agree again when `silent`.
 */
function Asked({ name, label, note, silent = false }: AskedProps) {
  const { errors, typed } = useTyped(name);
  const { busy } = useContext(FormContext);
  const id = `editor-${name}`;
  const isAsked = errors.length > 0 || typed?.includes("yes") === true;
  if (note === null && !isAsked) return <span role="status" />;
  if (note !== null && silent && !isAsked)
    return (
      <p role="status" className="quiet fine">
        {note}
        <input type="hidden" name={name} value="yes" />
      </p>
    );
  return (
    <div role="status" className="field" aria-busy={busy || undefined}>
      <label className="editor-asked">
        <input
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={typed?.includes("yes") === true}
          aria-describedby={errors.length > 0 ? id : undefined}
          data-invalid={errors.length > 0 ? "" : undefined}
        />
        <span>{note === null ? label : `${label} ${note}`}</span>
      </label>
      <FieldErrors id={id} errors={errors} />
    </div>
  );
}
