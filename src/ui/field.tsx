"use client";
import { createContext, type FormEvent, type ReactNode, useContext, useId, useState } from "react";
import { useTyped } from "@/ui/form-state";
import { Icon } from "@/ui/icon";

type FieldControl = {
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly defaultValue: string | undefined;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
};

const FieldContext = createContext<FieldControl | null>(null);

/** The attributes of the one input inside a `Field`. */
export function useFieldControl() {
  const control = useContext(FieldContext);
  if (!control) throw new Error("an input stands inside a Field");
  const { describedBy, invalid, ...rest } = control;
  return {
    ...rest,
    className: "input",
    "aria-describedby": describedBy,
    "aria-invalid": invalid || undefined,
    "data-invalid": invalid ? "" : undefined,
  };
}

/** The sentences that tell what is wrong with an input. */
export function FieldErrors({ id, errors }: { id: string; errors: readonly string[] }) {
  if (errors.length === 0) return null;
  return (
    <span id={id} className="field-error">
      <Icon name="bad" />
      <span>{errors.join(" ")}</span>
    </span>
  );
}

type FieldProps = {
  name: string;
  label: ReactNode;
  /** One sentence under the label: what is asked, what becomes of it. */
  hint?: ReactNode;
  /** Beside the label, such as "optional". */
  note?: ReactNode;
  /** What stands in the input at first. */
  value?: string | number | null;
  required?: boolean;
  /** The greatest length, in UTF-16 units as zod counts them: shown while typing, never cut off. */
  max?: number;
  errors?: readonly string[];
  /** One of TextInput, TextArea, Select. */
  children: ReactNode;
};

/** A label, its one input, and what may be said about it. Inside an `ActionForm` it finds its errors and typed value. */
export function Field({ name, label, hint, note, value, required = false, max, errors: own, children }: FieldProps) {
  const id = useId();
  const { errors: returned, typed } = useTyped(name);
  const first = typed === undefined ? String(value ?? "") : (typed[0] ?? "");
  const [length, setLength] = useState(first.length);
  const errors = own ?? returned;
  const described = [hint ? `${id}-hint` : "", errors.length > 0 ? `${id}-error` : ""].filter(Boolean).join(" ");
  const count = (event: FormEvent<HTMLDivElement>) => {
    const target = event.target;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) setLength(target.value.length);
  };
  const control: FieldControl = {
    id,
    name,
    required,
    defaultValue: first,
    describedBy: described || undefined,
    invalid: errors.length > 0,
  };
  return (
    <FieldContext value={control}>
      <div className="field" onInput={max === undefined ? undefined : count}>
        <label htmlFor={id} className="field-label">
          {label}
          {note ? <span className="field-note">{note}</span> : null}
        </label>
        {hint ? (
          <span id={`${id}-hint`} className="field-hint">
            {hint}
          </span>
        ) : null}
        {children}
        <FieldErrors id={`${id}-error`} errors={errors} />
        {max === undefined ? null : (
          <span className="field-counter" aria-hidden="true" data-over={length > max ? "" : undefined}>
            {length}/{max}
          </span>
        )}
      </div>
    </FieldContext>
  );
}
