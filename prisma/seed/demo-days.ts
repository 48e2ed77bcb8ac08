import { addDays, dayNumber, type PlainDate } from "@/lib/domain/plain-date";
import { holidaysOf } from "@/lib/services/holidays";
import type { Day } from "./scenario";

/**
 * Turns the days of a scenario into dates around `today`: each becomes the nearest working day in England,
 * because bodies answer, meet and give dates on those. The order of two days never turns round.
 */
export function datesAround(today: PlainDate): (day: Day) => PlainDate {
  const year = Number(today.slice(0, 4));
  const holidays = new Set(holidaysOf("GB", "ENG", year - 3, year + 2).map((holiday) => holiday.day));
  const isWorkingDay = (date: PlainDate) =>
    dayNumber(date) % 7 !== 2 && dayNumber(date) % 7 !== 3 && !holidays.has(date);
  return (day) => {
    const date = addDays(today, day);
    for (let away = 0; ; away++) {
      for (const near of [addDays(date, -away), addDays(date, away)]) if (isWorkingDay(near)) return near;
    }
  };
}
