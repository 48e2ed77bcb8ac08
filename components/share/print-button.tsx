"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

/** Prints the page. It appears once scripts run; without them the browser's own menu does the same. */
export function PrintButton({ label }: { label: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <Button variant="secondary" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
