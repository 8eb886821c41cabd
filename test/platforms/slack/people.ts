import { createActs } from './acts.ts';
import type { Scene } from './api.ts';
import { isObject } from './blocks/shape.ts';
import type { Timing } from './events.ts';
import { deliver } from './http-delivery.ts';
import { changeView, openView } from './methods/views.ts';
import {
  type Actor,
  actionPayload,
  closedPayload,
  commandPayload,
  shortcutPayload,
  submissionPayload,
} from './payloads.ts';
import type { Outcome, Sockets } from './socket.ts';
import {
  type Channel,
  type Ephemeral,
  type Json,
  type Message,
  newTs,
  type OpenView,
  type User,
} from './world.ts';

export type People = ReturnType<typeof createPeople>;

/** What people do in Slack; each resolves when Slack has the app's answer, or has given up on it. */
export function createPeople(scene: Scene, sockets: Sockets, timing: Timing) {
  const { world, app } = scene;

  function actorFor(user: User, channel?: Channel): Actor {
    const [home] = [...world.installs.values()].filter((install) => install.kind === 'bot');
    const teamId = channel?.teamId ?? user.teamId;
    const team = world.teams.get(teamId) ?? world.teams.get(user.teamId);
    if (team === undefined) throw new Error(`no workspace ${teamId}`);
    return { world, app, user, team, orgWide: home?.teamId === null };
  }

  function send(kind: 'command' | 'interactive', payload: Json): Promise<Outcome> {
    if (!app.socketMode) return deliver(world, app, kind, payload, timing.ackMs);
    const type = kind === 'command' ? 'slash_commands' : 'interactive';
    return sockets.send({ type, payload }, timing.ackMs);
  }

  function tellAlone(
    user: User,
    channel: Channel,
    text: string,
    blocks: readonly Json[],
    via: 'ack' | 'slack',
  ): void {
    world.ephemerals.push({
      channel: channel.id,
      user: user.id,
      ts: newTs(world),
      text,
      blocks,
      via,
      deleted: false,
      replaced: 0,
    });
    world.changed();
  }

  /** `/isrc check …`, typed in a channel. */
  async function command(user: User, channel: Channel, name: string, text = ''): Promise<Outcome> {
    const known = app.commands.get(name);
    if (app.commands.size > 0 && known === undefined) throw new Error(`${name} is no command of the app`);
    const sent = known?.escaped === false ? text : escapeTyped(scene, text);
    const outcome = await send('command', commandPayload(actorFor(user, channel), channel, name, sent));
    if (!outcome.ok)
      tellAlone(user, channel, `${name} failed with the error "operation_timeout"`, [], 'slack');
    else showAck(outcome.body, (said, blocks) => tellAlone(user, channel, said, blocks, 'ack'));
    return outcome;
  }

  /** An entry of the menu beside a message, by its name in that menu. */
  function shortcut(user: User, channel: Channel, message: Message, name: string): Promise<Outcome> {
    const callbackId = app.shortcuts.get(name) ?? (app.shortcuts.size === 0 ? name : undefined);
    if (callbackId === undefined) throw new Error(`"${name}" is no message shortcut of the app`);
    return send('interactive', shortcutPayload(actorFor(user, channel), channel, message, callbackId));
  }

  /** Press the button with this label or action_id. */
  function click(user: User, shown: Message | Ephemeral, button: string): Promise<Outcome> {
    const channel = world.channels.get(shown.channel);
    const action = shown.blocks
      .flatMap(buttonsOf)
      .find((entry) => entry.action_id === button || labelOf(entry) === button);
    if (channel === undefined || action === undefined)
      throw new Error(`no button "${button}" on that message`);
    return send('interactive', actionPayload(actorFor(user, channel), channel, shown, action));
  }

  /** Fill in the top modal, by action_id of each input, and send it. */
  async function submitView(user: User, values: Readonly<Record<string, Json>>): Promise<Outcome> {
    const opened = topView(user);
    const outcome = await send(
      'interactive',
      submissionPayload(actorFor(user), opened, stateOf(opened, values)),
    );
    if (outcome.ok) applyViewAnswer(opened, outcome.body);
    world.changed();
    return outcome;
  }

  async function closeView(user: User): Promise<void> {
    const opened = topView(user);
    opened.state = 'closed';
    if (opened.view.notify_on_close === true)
      await send('interactive', closedPayload(actorFor(user), opened));
  }

  function topView(user: User): OpenView {
    const opened = [...world.views.values()].findLast(
      (view) => view.user === user.id && view.state === 'open',
    );
    if (opened === undefined) throw new Error(`${user.name} has no modal open`);
    return opened;
  }

  function applyViewAnswer(opened: OpenView, body: unknown): void {
    const answer = isObject(body) ? body : {};
    const view = answer.view;
    if (answer.response_action === 'errors') opened.errors = (answer.errors ?? {}) as Record<string, string>;
    else if (answer.response_action === 'update' && isObject(view)) changeView(world, opened, view);
    else if (answer.response_action === 'push' && isObject(view))
      openView(world, opened.user, opened.team, view, opened);
    else {
      opened.state = 'submitted';
      const stack = answer.response_action === 'clear' ? [...world.views.values()] : [];
      for (const view of stack) if (view.root === opened.root) view.state = 'submitted';
    }
  }

  /** Slack held back events and says so: an envelope of its own, without an event in it. */
  function rateLimit(): Promise<Outcome> {
    const payload: Json = {
      token: app.verificationToken,
      type: 'app_rate_limited',
      team_id: [...world.teams.keys()][0],
      minute_rate_limited: Math.floor(world.now() / 1000),
      api_app_id: app.id,
    };
    if (!app.socketMode) return deliver(world, app, 'event', payload, timing.ackMs);
    return sockets.send({ type: 'events_api', payload }, timing.ackMs);
  }

  return { command, shortcut, click, submitView, closeView, rateLimit, ...createActs(scene) };
}

function showAck(body: unknown, show: (text: string, blocks: readonly Json[]) => void): void {
  if (typeof body === 'string') show(body, []);
  else if (isObject(body) && typeof body.text === 'string') {
    show(body.text, Array.isArray(body.blocks) ? body.blocks.filter(isObject) : []);
  }
}

/** With should_escape, Slack turns names it knows and links into ids, and escapes the rest. */
function escapeTyped(scene: Scene, text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const users = [...scene.world.users.values()];
  const channels = [...scene.world.channels.values()];
  return escaped
    .replace(/\bhttps?:\/\/[^\s"]+/g, (url) => `<${url}>`)
    .replace(/@([\w.-]+)/g, (typed, name: string) => {
      const user = users.find((entry) => entry.name === name);
      return user === undefined ? typed : `<@${user.id}|${user.name}>`;
    })
    .replace(/(?<=^|\s)#([\w-]+)/g, (typed, name: string) => {
      const channel = channels.find((entry) => entry.name === name);
      return channel === undefined ? typed : `<#${channel.id}|${channel.name}>`;
    });
}

function buttonsOf(block: Json): readonly Json[] {
  const elements = [...(Array.isArray(block.elements) ? block.elements : []), block.accessory];
  return elements.filter(isObject).flatMap((element) => {
    return element.type === 'button' ? [{ ...element, block_id: block.block_id ?? 'b' }] : [];
  });
}

function labelOf(element: Json): string {
  return isObject(element.text) ? String(element.text.text) : '';
}

/** The state of a modal's inputs: what was filled in, and null for the rest, by block and action. */
function stateOf(opened: OpenView, values: Readonly<Record<string, Json>>): Json {
  const blocks = Array.isArray(opened.view.blocks) ? opened.view.blocks.filter(isObject) : [];
  const inputs = blocks.filter((block) => block.type === 'input' && isObject(block.element));
  const unknown = Object.keys(values).filter((name) => !inputs.some((block) => actionOf(block) === name));
  if (unknown.length > 0) throw new Error(`the modal has no input ${unknown.join(', ')}`);
  return Object.fromEntries(
    inputs.map((block) => {
      const element = isObject(block.element) ? block.element : {};
      const name = actionOf(block);
      return [block.block_id, { [name]: { type: element.type, ...untouched(element), ...values[name] } }];
    }),
  );
}

/** What stands in an input that nobody touched. */
function untouched(element: Json): Json {
  if (element.type === 'users_select') return { selected_user: element.initial_user ?? null };
  if (element.type === 'static_select') return { selected_option: element.initial_option ?? null };
  if (element.type === 'file_input') return { files: [] };
  return { value: element.initial_value ?? null };
}

function actionOf(block: Json): string {
  return isObject(block.element) ? String(block.element.action_id) : '';
}
