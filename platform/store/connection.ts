/** A database that is opened when first used, and again after it was lost. */
export function connection<Database extends EventTarget>(open: () => Promise<Database>): () => Promise<Database> {
  let opening: Promise<Database> | null = null;
  const forget = () => {
    opening = null;
  };
  return () => {
    opening ??= open().then(
      (database) => {
        database.addEventListener('close', forget);
        database.addEventListener('versionchange', forget);
        return database;
      },
      (error: unknown) => {
        forget();
        throw error;
      },
    );
    return opening;
  };
}
