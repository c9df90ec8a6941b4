"use client";
import { type MouseEvent, type ReactNode, useId, useRef, useState } from "react";
import { Button, type ButtonLook, LinkButton } from "@/ui/button";
import type { IconName } from "@/ui/icon-shapes";

type DialogHeadProps = { id: string; title: string; closeWords: string };

/** What a dialog is called, and the button that closes the one it stands in. */
export function DialogHead({ id, title, closeWords }: DialogHeadProps) {
  return (
    <div className="dialog-head">
      <h2 id={id}>{title}</h2>
      <Button
        look="plain"
        size="small"
        icon="close"
        aria-label={closeWords}
        onClick={(event) => event.currentTarget.closest("dialog")?.close()}
      />
    </div>
  );
}

type DialogButtonProps = {
  /** What the button says. */
  label: string;
  look?: ButtonLook;
  size?: "small" | "normal";
  icon?: IconName;
  /** A page that does the same, for when there is no JavaScript. Without it the button appears only with JavaScript. */
  href?: string;
  title: string;
  closeWords: string;
  children: ReactNode;
};

/**
 * A button that asks something in front of the page. It is the browser's own modal dialog: it holds the focus, gives
 * it back, closes on Escape, and hides the rest of the page from those who listen, without a line of library.
 */
export function DialogButton(props: DialogButtonProps) {
  const { label, look, size, icon, href, title, closeWords, children } = props;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Its content is drawn when it is first opened, and kept, with what was typed, when it is closed.
  const [asked, setAsked] = useState(false);

  const open = (event: MouseEvent<HTMLElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setAsked(true);
    dialog.current?.showModal();
  };
  const closeOutside = (event: MouseEvent<HTMLDialogElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    // A press of Enter in a form also arrives as a click, at no place at all.
    if (!inside && event.target === event.currentTarget && event.detail > 0) event.currentTarget.close();
  };
  const style = { look, size, icon };

  return (
    <>
      {href ? (
        <LinkButton href={href} onClick={open} aria-haspopup="dialog" {...style}>
          {label}
        </LinkButton>
      ) : (
        <Button onClick={open} aria-haspopup="dialog" {...style}>
          {label}
        </Button>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself */}
      <dialog ref={dialog} className="dialog" aria-labelledby={id} onClick={closeOutside}>
        <DialogHead id={id} title={title} closeWords={closeWords} />
        {asked ? children : null}
      </dialog>
    </>
  );
}
