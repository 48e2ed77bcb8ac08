import "server-only";
import { z } from "zod";
import type { Described } from "@/lib/access/api";
import { findCalendar } from "@/lib/features/calendar/find-calendar";

/** A file and no JSON, and a key of its own in the address: its handler is written out, and described here. */
export const calendarOperation: Described = {
  id: "getCalendar",
  method: "GET",
  path: "/workspaces/{slug}/calendar.ics",
  summary:
    "Dates for a calendar: answers due, promises due, and the days of events. Neutral titles, no places, no times. Honours If-None-Match",
  needs: "viewer",
  query: { kinds: { token: "text" }, schema: findCalendar.schema },
  file: "text/calendar; charset=utf-8",
  answers: { 200: z.string(), 304: null },
};
