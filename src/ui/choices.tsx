"use client";
import { type ReactNode, useId } from "react";
import { FieldErrors } from "@/ui/field";
import { useTyped } from "@/ui/form-state";

type CheckboxProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  checked?: boolean;
  /** What is sent when it is ticked. */
  value?: string;
  required?: boolean;
  disabled?: boolean;
};

/** Yes or no; several with the same name make "any of these". */
export function Checkbox({ name, label, hint, checked = false, value = "yes", required, disabled }: CheckboxProps) {
  const id = useId();
  const { errors, typed } = useTyped(name);
  const described = [hint ? `${id}-hint` : "", errors.length > 0 ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="choice">
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        required={required}
        disabled={disabled}
        defaultChecked={typed === undefined ? checked : typed.includes(value)}
        aria-describedby={described || undefined}
        aria-invalid={errors.length > 0 || undefined}
        data-invalid={errors.length > 0 ? "" : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      ) : null}
      <FieldErrors id={`${id}-error`} errors={errors} />
    </div>
  );
}

export type Choice = {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
};

type RadioGroupProps = {
  name: string;
  legend: ReactNode;
  options: readonly Choice[];
  value?: string | null;
  hint?: ReactNode;
  required?: boolean;
};

/** One of a few, all in sight, each with room for a sentence. */
export function RadioGroup({ name, legend, options, value, hint, required }: RadioGroupProps) {
  const id = useId();
  const { errors, typed } = useTyped(name);
  const chosen = typed === undefined ? value : typed[0];
  const invalid = errors.length > 0;
  const described = [hint ? `${id}-hint` : "", invalid ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset className="choices" aria-describedby={described || undefined}>
      <legend>{legend}</legend>
      {hint ? (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      ) : null}
      {options.map((option, index) => (
        <div key={option.value} className="choice">
          <input
            type="radio"
            id={`${id}-${index}`}
            name={name}
            value={option.value}
            required={required}
            disabled={option.disabled}
            defaultChecked={option.value === chosen}
            aria-describedby={option.hint ? `${id}-${index}-hint` : undefined}
            data-invalid={invalid && index === 0 ? "" : undefined}
          />
          <label htmlFor={`${id}-${index}`}>{option.label}</label>
          {option.hint ? (
            <span id={`${id}-${index}-hint`} className="field-hint">
              {option.hint}
            </span>
          ) : null}
        </div>
      ))}
      <FieldErrors id={`${id}-error`} errors={errors} />
    </fieldset>
  );
}
