// An object without the fields that are undefined: entries say only what their row says.
type Known<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

export const defined = <Fields extends Record<string, unknown>>(fields: Fields): Known<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Known<Fields>;
