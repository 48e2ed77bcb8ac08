import ical from "ical-generator";
import type { PlainDate } from "@/lib/domain/plain-date";

/** A date of a released view, as it stands in a calendar. */
export type CalendarDate = {
  /** Stays the same for as long as the view does, so that a calendar brought in twice shows each date once. */
  id: string;
  on: PlainDate;
  /** Neutral: calendars are seen by others. */
  title: string;
  /** Where the details are. Never a link that opens the view by itself. */
  text: string;
};

type Calendar = {
  name: string;
  /** The moment of the release. */
  releasedAt: Date;
  /** Where signed-in officers find their views. */
  url: string;
};

/** Dates as an iCalendar file, each lasting the whole day in whichever time zone it is read. */
export function writeCalendar({ name, releasedAt, url }: Calendar, dates: readonly CalendarDate[]): string {
  const calendar = ical({ name, prodId: "//Followthrough//Released view//EN" });
  for (const { id, on, title, text } of dates) {
    calendar.createEvent({
      id,
      // Written as a plain date: an instant at midnight UTC is read by its UTC day alone.
      start: new Date(`${on}T00:00:00Z`),
      allDay: true,
      stamp: releasedAt,
      summary: title,
      description: text,
      url,
    });
  }
  return calendar.toString();
}
