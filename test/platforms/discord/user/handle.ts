import { FLAG } from '../checks/message.ts';
import { choicesOf } from '../interactions.ts';
import { asJson, type Json } from '../json.ts';
import type { GatewayEvent, Message, StoredInteraction } from '../things.ts';
import type { World } from '../world.ts';

const MODAL = 9;

/** What a person waits for after they have sent a command, pressed a button or handed in a form. */
export class Sent {
  readonly #world: World;
  readonly interaction: StoredInteraction;

  readonly #event: GatewayEvent;

  constructor(world: World, interaction: StoredInteraction, event: GatewayEvent) {
    this.#world = world;
    this.interaction = interaction;
    this.#event = event;
    this.deliver();
  }

  /** Bring it to the bot; done again, as after a reconnect that could not tell what had arrived. */
  deliver(): void {
    this.#world.dispatch(this.#event);
  }

  #waitFor<T>(look: () => T, what: string): Promise<NonNullable<T>> {
    return this.#world.changes.waitFor(look, what, this.#world.settings.patienceMs);
  }

  /** Milliseconds until the first answer, which must come within 3000. */
  async acknowledged(): Promise<number> {
    const response = await this.#waitFor(
      () => this.interaction.response,
      'a first answer to the interaction',
    );
    return response.atMs - this.interaction.createdAt;
  }

  /** The answer, once it is no longer "thinking" and, if given, once `isIt` holds. */
  reply(isIt: (message: Message) => boolean = () => true): Promise<Message> {
    return this.#waitFor(() => {
      const message = this.interaction.original;
      return message && (message.flags & FLAG.loading) === 0 && isIt(message) ? message : null;
    }, 'an answer to the interaction');
  }

  /** Every message of this interaction, once there are `count`. */
  replies(count: number): Promise<readonly Message[]> {
    return this.#waitFor(
      () => (this.interaction.messages.length >= count ? [...this.interaction.messages] : null),
      `${count} messages for the interaction`,
    );
  }

  /** The form that opened. */
  async modal(): Promise<Json> {
    const response = await this.#waitFor(() => this.interaction.response, 'a form');
    if (response.type !== MODAL) throw new Error(`The answer was of type ${response.type}, not a form.`);
    return asJson(response.data);
  }

  async choices(): Promise<readonly { name: string; value: string | number }[]> {
    await this.#waitFor(() => this.interaction.response, 'completions');
    return choicesOf(this.interaction);
  }
}
