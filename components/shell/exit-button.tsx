"use client";

import { type MouseEvent, useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { ELSEWHERE, LEFT_COOKIE } from "@/lib/domain/exit";

/** Milliseconds in which Escape must be pressed three times. */
const TIME = 2000;
const PRESSES = 3;
/** Where Escape already means something. */
const BUSY =
  'dialog[open], [role="dialog"], [role="alertdialog"], [role="combobox"][aria-expanded="true"], [popover]:popover-open';

type Props = {
  label: string;
  /** Says that Escape does it too. */
  orEscape: string;
  /** What is said while Escape has to be pressed once or twice more. */
  pressMore: { 1: string; 2: string };
  going: string;
};

/**
 * Goes somewhere ordinary at once. The page is emptied before the browser has found the other site, its place in the
 * history is taken over, and a mark keeps the pages before it from opening again with the Back button
 * (lib/domain/exit.ts). What was being typed is kept by the forms themselves when they hear that the page goes.
 */
function exit(going: string): void {
  window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: false }));
  // biome-ignore lint/suspicious/noDocumentCookie: it must be written before this very line of work ends
  document.cookie = `${LEFT_COOKIE}=1; path=/; SameSite=Lax`;
  document.title = " ";
  const said = document.createElement("p");
  said.setAttribute("role", "alert");
  said.className = "sr-only";
  said.textContent = going;
  document.body.replaceChildren(said);
  document.documentElement.hidden = false;
  window.location.replace(ELSEWHERE);
}

export function ExitButton({ label, orEscape, pressMore, going }: Props) {
  const [left, setLeft] = useState(0);

  useEffect(() => {
    let presses: number[] = [];
    let timer = 0;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.repeat || event.defaultPrevented || document.querySelector(BUSY)) {
        return;
      }
      presses = [...presses.filter((at) => at > event.timeStamp - TIME), event.timeStamp];
      if (presses.length >= PRESSES) {
        exit(going);
        return;
      }
      setLeft(PRESSES - presses.length);
      clearTimeout(timer);
      timer = window.setTimeout(setLeft, TIME, 0);
    };
    // Pages come back from the browser's memory without asking us: they go away hidden, and are asked for again.
    const gone = (event: PageTransitionEvent) => {
      if (event.persisted) document.documentElement.hidden = true;
    };
    const back = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload();
    };
    window.addEventListener("keydown", pressed);
    window.addEventListener("pagehide", gone);
    window.addEventListener("pageshow", back);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("keydown", pressed);
      window.removeEventListener("pagehide", gone);
      window.removeEventListener("pageshow", back);
    };
  }, [going]);

  function leave(event: MouseEvent): void {
    event.preventDefault();
    exit(going);
  }

  return (
    <span className="relative inline-block">
      <a
        href={ELSEWHERE}
        rel="noreferrer"
        onClick={leave}
        aria-describedby="exit-escape"
        className={buttonClass("secondary")}
      >
        {label}
      </a>
      <span id="exit-escape" className="sr-only">
        {orEscape}
      </span>
      <span role="status">
        {left === 1 || left === 2 ? (
          <span className="absolute end-0 top-full mt-1 w-max max-w-64 rounded-md border border-line-strong bg-card px-3 py-2 text-sm shadow-float">
            {pressMore[left]}
          </span>
        ) : null}
      </span>
    </span>
  );
}
