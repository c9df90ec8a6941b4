"use client";
import { type FormEvent, type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from "react";
import { sendForm } from "@/ui/send-form";

/** One way in which others reacted, beside the viewer's own sign. */
export type ReactionLine = {
  readonly kind: string;
  readonly others: number;
  readonly mine: boolean;
  /** The others by name, as a sentence; empty when there are none. */
  readonly who: string;
};

/** The same for every bar of a page, so it is sent once. */
export type ReactionWords = {
  readonly react: string;
  readonly close: string;
  readonly all: string;
  readonly group: string;
  readonly network: string;
  readonly kinds: readonly { readonly kind: string; readonly word: string }[];
};

type ReactionBarProps = {
  procedure: string;
  /** The field that names what is reacted to, and its value. */
  on: readonly [name: string, id: string];
  lines: readonly ReactionLine[];
  may: boolean;
  /** True when the page was asked for with all ways to react in sight. */
  open: boolean;
  /** That page: what the button is without JavaScript. */
  href: string;
  /** The page that lists all who reacted. */
  list: string;
  back: string;
  words: ReactionWords;
};

type Press = { kind: string; adds: boolean };

function pressed(lines: readonly ReactionLine[], { kind, adds }: Press): readonly ReactionLine[] {
  if (lines.every((line) => line.kind !== kind)) return [...lines, { kind, others: 0, mine: adds, who: "" }];
  return lines.map((line) => (line.kind === kind ? { ...line, mine: adds } : line));
}

/**
 * Kind signs under what somebody wrote. Each is a button of one plain form; with JavaScript it is pressed in place, and
 * is taken back in sight when it did not arrive.
 */
export function ReactionBar({ procedure, on, lines, may, open, href, list, back, words }: ReactionBarProps) {
  const id = useId();
  const [shown, setShown] = useState(lines);
  const [known, setKnown] = useState(lines);
  const [opened, setOpened] = useState(open);
  const [failed, setFailed] = useState("");
  const panel = useRef<HTMLFieldSetElement>(null);
  const opener = useRef<HTMLAnchorElement>(null);
  const toFocus = useRef(false);
  if (known !== lines) {
    setKnown(lines);
    setShown(lines);
  }
  useEffect(() => {
    if (opened && toFocus.current) panel.current?.querySelector("button")?.focus();
    toFocus.current = false;
  }, [opened]);

  const lineOf = (kind: string) => shown.find((line) => line.kind === kind);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    if (!(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const form = event.currentTarget;
    const press = { kind: submitter.value, adds: submitter.name === "add" };
    setShown((before) => pressed(before, press));
    setFailed("");
    const sent = await sendForm(form, submitter);
    if (sent.kind === "done") return;
    setShown((before) => pressed(before, { ...press, adds: !press.adds }));
    setFailed(sent.kind === "refused" ? sent.message : words.network);
  };
  const toggle = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    toFocus.current = !opened;
    setOpened(!opened);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !opened) return;
    setOpened(false);
    opener.current?.focus();
  };

  const standing = words.kinds.flatMap(({ kind, word }) => {
    const line = lineOf(kind);
    const count = line === undefined ? 0 : line.others + Number(line.mine);
    return line === undefined || count === 0 ? [] : [{ ...line, word, count }];
  });
  if (!may && standing.length === 0) return null;
  const everybody =
    standing.length === 0 ? null : (
      <p className="fine">
        <a href={list}>{words.all}</a>
      </p>
    );
  return (
    <form className="reactions" method="post" action={`/form/${procedure}`} onSubmit={send} onKeyDown={leave}>
      <input type="hidden" name="_back" value={back} />
      <input type="hidden" name={on[0]} value={on[1]} />
      {standing.map(({ kind, word, mine, count, who }) => (
        <button
          key={kind}
          type="submit"
          className="reaction"
          name={mine ? "remove" : "add"}
          value={kind}
          aria-pressed={mine}
          title={who || undefined}
          disabled={!may}
        >
          {word} <span className="figures">{count}</span>
        </button>
      ))}
      {may ? (
        <a
          ref={opener}
          className="reaction"
          data-key="react"
          href={href}
          aria-expanded={opened}
          aria-controls={opened ? id : undefined}
          onClick={toggle}
        >
          {opened ? words.close : words.react}
        </a>
      ) : (
        everybody
      )}
      {opened && may ? (
        <fieldset ref={panel} id={id} className="reaction-panel">
          <legend className="hidden-words">{words.group}</legend>
          {words.kinds.map(({ kind, word }) => {
            const mine = lineOf(kind)?.mine ?? false;
            return (
              <button
                key={kind}
                type="submit"
                className="reaction"
                name={mine ? "remove" : "add"}
                value={kind}
                aria-pressed={mine}
              >
                {word}
              </button>
            );
          })}
          {standing.map(({ kind, word, who }) =>
            who === "" ? null : (
              <p key={kind} className="quiet fine">
                {word}: {who}
              </p>
            ),
          )}
          {everybody}
        </fieldset>
      ) : null}
      {failed === "" ? null : (
        <p role="alert" className="field-error">
          {failed}
        </p>
      )}
    </form>
  );
}
