"use client";

import type { MouseEvent } from "react";
import { buttonClass } from "@/components/ui/button";

/** Somewhere ordinary that nobody has to explain. */
const ELSEWHERE = "https://www.bbc.co.uk/weather";

/** Leaves at once: the page and its title go, and its place in the history is taken over. A plain link without scripts. */
export function ExitLink({ label }: { label: string }) {
  function leave(event: MouseEvent): void {
    event.preventDefault();
    document.title = "";
    document.body.replaceChildren();
    window.location.replace(ELSEWHERE);
  }
  return (
    <a href={ELSEWHERE} rel="noreferrer" onClick={leave} className={buttonClass("secondary")}>
      {label}
    </a>
  );
}
