"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Milliseconds between two looks. */
const PAUSE = 1000;

/** Looks again at the page it stands on, while somebody is looking. */
export function Watch() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, PAUSE);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
