import { useId } from "react";

type ProgressProps = {
  label: string;
  /** What the number means, in words: "12 of 30". */
  text: string;
  value: number;
  max: number;
  tone?: "plain" | "good";
};

/** How far something is, as a line and in words. */
export function Progress({ label, text, value, max, tone = "plain" }: ProgressProps) {
  const id = useId();
  return (
    <div className="progress" data-tone={tone}>
      <div className="progress-line">
        <span id={id}>{label}</span>
        <span className="quiet figures">{text}</span>
      </div>
      <progress value={Math.min(Math.max(0, value), max)} max={max} aria-labelledby={id} aria-valuetext={text} />
    </div>
  );
}
