import ical, { ICalEventClass, ICalEventTransparency } from "ical-generator";
import type { PlainDate } from "@/lib/domain/plain-date";

/** A date as it stands in a calendar. */
export type CalendarDate = {
  /** Stays the same for as long as the date does, so that a calendar read again shows each date once. */
  id: string;
  on: PlainDate;
  /** Neutral: calendars are seen by others. */
  title: string;
  /** Where the details are. Never a link that opens anything by itself. */
  text: string;
  url: string;
  /** When what it stands for last changed. */
  changedAt: Date;
  /** How often it changed. */
  sequence?: number;
};

type Calendar = {
  name: string;
  /** What made it, as calendars tell each other. */
  product: "Released view" | "Calendar feed";
  /** Seconds after which a calendar that follows it may ask again; left out where it is a file to keep. */
  ttl?: number;
};

/** Dates as an iCalendar file, each lasting the whole day in whichever time zone it is read; nobody is busy by them. */
export function writeCalendar({ name, product, ttl }: Calendar, dates: readonly CalendarDate[]): string {
  const calendar = ical({ name, prodId: `//Followthrough//${product}//EN`, ...(ttl && { ttl }) });
  for (const { id, on, title, text, url, changedAt, sequence = 0 } of dates) {
    calendar.createEvent({
      id,
      // Written as a plain date: an instant at midnight UTC is read by its UTC day alone.
      start: new Date(`${on}T00:00:00Z`),
      allDay: true,
      stamp: changedAt,
      summary: title,
      description: text,
      url,
      ...(ttl && {
        lastModified: changedAt,
        sequence,
        class: ICalEventClass.PRIVATE,
        transparency: ICalEventTransparency.TRANSPARENT,
      }),
    });
  }
  return calendar.toString();
}
