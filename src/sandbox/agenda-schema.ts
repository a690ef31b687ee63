/** What is to happen, by time. Ids grow, so that what was put down first for a time happens first. */
export const agendaSchema = `CREATE TABLE IF NOT EXISTS agenda (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind TEXT NOT NULL, data TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS agenda_by_time ON agenda (at, id);`
