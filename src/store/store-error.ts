/**
 * The database cannot be used, said in one sentence for whoever runs the bot.
 *
 * The sentence names DATABASE_URL and never quotes it: the variable may hold a password, and logs travel.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
