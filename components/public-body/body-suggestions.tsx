"use client";

import { useEffect, useId, useRef, useState } from "react";

/** Milliseconds after a key stroke before anything is asked, and the fewest letters worth asking about. */
const PAUSE = 150;
const FEWEST = 2;

type Suggestion = { name: string; kind: string; nation: string | null; own: boolean };
type Props = {
  /** The id of the text input this stands below. */
  field: string;
  /** Labels of the kinds, by their keys. */
  kinds: Readonly<Record<string, string>>;
  words: { list: string; own: string /** How many there are, by their number. */; found: readonly string[] };
};

// Set as typing would, so that whatever listens to the form takes notice.
function write(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * Makes the text input above it a combobox: suggestions below it while somebody types, arrows and Enter to take one,
 * Escape to close. Without scripts the input is a plain one, with the browser's own list.
 */
export function BodySuggestions({ field, kinds, words }: Props) {
  const id = useId();
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const now = useRef({ found, open, at });
  now.current = { found, open, at };
  const take = useRef((_: string) => {});

  useEffect(() => {
    const input = document.getElementById(field);
    if (!(input instanceof HTMLInputElement)) return;
    const [, , slug] = location.pathname.split("/");
    let timer = 0;
    let asked = new AbortController();
    let taking = false;
    const close = () => {
      clearTimeout(timer);
      asked.abort();
      setOpen(false);
      setAt(-1);
    };
    take.current = (name) => {
      taking = true;
      write(input, name);
      taking = false;
      close();
      input.focus();
    };
    const ask = () => {
      asked = new AbortController();
      fetch(`/w/${slug}/bodies/search/names?q=${encodeURIComponent(input.value)}`, { signal: asked.signal })
        .then((answer) => (answer.ok ? answer.json() : []))
        .then((names) => {
          setFound(names);
          setAt(-1);
          setOpen(true);
        })
        .catch(() => {});
    };
    const typed = () => {
      if (taking) return;
      clearTimeout(timer);
      asked.abort();
      if (input.value.trim().length < FEWEST) close();
      else timer = window.setTimeout(ask, PAUSE);
    };
    const pressed = (event: KeyboardEvent) => {
      const { found: all, open: shown, at: place } = now.current;
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      const chosen = all[place];
      if (step !== 0 && all.length > 0) {
        event.preventDefault();
        setOpen(true);
        // Before the first and after the last lies the input itself.
        setAt(((place + 1 + step + all.length + 1) % (all.length + 1)) - 1);
      } else if (event.key === "Enter" && shown && chosen) {
        event.preventDefault();
        take.current(chosen.name);
      } else if (event.key === "Escape") close();
    };
    input.removeAttribute("list");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.addEventListener("input", typed);
    input.addEventListener("keydown", pressed);
    input.addEventListener("blur", close);
    return () => {
      close();
      input.removeEventListener("input", typed);
      input.removeEventListener("keydown", pressed);
      input.removeEventListener("blur", close);
    };
  }, [field]);

  const shown = open && found.length > 0;
  useEffect(() => {
    const input = document.getElementById(field);
    input?.setAttribute("aria-expanded", String(shown));
    input?.setAttribute("aria-controls", `${id}list`);
    if (shown && at >= 0) input?.setAttribute("aria-activedescendant", `${id}${at}`);
    else input?.removeAttribute("aria-activedescendant");
  }, [field, id, shown, at]);

  return (
    <div className="relative max-w-form">
      <div
        id={`${id}list`}
        role="listbox"
        aria-label={words.list}
        hidden={!shown}
        className="absolute inset-x-0 top-1 z-30 overflow-hidden rounded-md border border-line-strong bg-card shadow-float"
      >
        {found.map(({ name, kind, nation, own }, index) => (
          // Reached by the arrows from the input, which keeps the focus.
          // biome-ignore lint/a11y/useFocusableInteractive: the combobox pattern
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
          <div
            key={name}
            id={`${id}${index}`}
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take.current(name)}
            className="min-h-11 cursor-pointer px-3 py-2 hover:bg-sunken aria-selected:bg-teal-soft aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-teal"
          >
            <bdi className="block">{name}</bdi>
            <span className="block text-sm text-ink-2">
              {[kinds[kind], nation, own && words.own].filter(Boolean).join(" · ")}
            </span>
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">
        {open ? words.found[found.length] : null}
      </p>
    </div>
  );
}
