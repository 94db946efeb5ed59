// Days of the calendar in ISO 8601, as text: comparable, sortable, without a time zone.

/** "2024-02-30" looks like a day and is none. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === day;
}
