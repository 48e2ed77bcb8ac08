"use client";

import { useEffect, useRef, useState } from "react";

/** Milliseconds without a key stroke after which what was typed is kept. */
const PAUSE = 1000;

/** Whether a field says something else than it was opened with. */
function isTyped(field: Element): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (field instanceof HTMLSelectElement) {
    const opened = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(0, opened);
  }
  if (!(field instanceof HTMLInputElement) || field.type === "file") return false;
  return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
}

/**
 * Keeps the form it stands in as a draft: a second after typing stops, and when the page goes away. What was typed before
 * the page's scripts came counts too. Sending the form ends it, so that a draft does not come back after it was saved.
 */
export function Autosave({ to, form, saved }: { to: string; form: string; saved: string }) {
  const mark = useRef<HTMLParagraphElement>(null);
  const [kept, setKept] = useState(false);
  useEffect(() => {
    const fields = mark.current?.closest("form");
    if (!fields) return;
    let changed = false;
    let timer = 0;
    let running = new AbortController();
    const keep = (going: boolean) => {
      clearTimeout(timer);
      if (!changed) return;
      changed = false;
      const body = new FormData(fields);
      body.set("_form", form);
      running = new AbortController();
      fetch(to, { method: "POST", body, keepalive: going, signal: going ? null : running.signal })
        .then((answer) => setKept(answer.ok))
        .catch(() => {
          changed = true;
        });
    };
    const typed = () => {
      changed = true;
      clearTimeout(timer);
      timer = window.setTimeout(keep, PAUSE, false);
    };
    const sent = () => {
      changed = false;
      clearTimeout(timer);
      running.abort();
    };
    const gone = () => keep(true);
    fields.addEventListener("input", typed);
    document.addEventListener("submit", sent, true);
    window.addEventListener("pagehide", gone);
    if ([...fields.elements].some(isTyped)) typed();
    return () => {
      fields.removeEventListener("input", typed);
      document.removeEventListener("submit", sent, true);
      window.removeEventListener("pagehide", gone);
      keep(true);
    };
  }, [to, form]);
  return (
    <p ref={mark} className="min-h-6 text-ink-2 text-sm">
      {kept ? saved : null}
    </p>
  );
}
