import type { Method, MethodCall } from '../api.ts';
import { checkView } from '../blocks/check.ts';
import { ApiError } from '../errors.ts';
import { type Json, newId, type OpenView, type Trigger, type World } from '../world.ts';

/** A trigger is good for one modal within 3 seconds of the act it came from. */
const TRIGGER_MS = 3000;

export function newTrigger(world: World, user: string, team: string): string {
  const id = `${newId(world, '1')}.${newId(world, '2')}.${newId(world, 't').toLowerCase()}`;
  world.triggers.set(id, { user, team, at: world.now(), used: false });
  return id;
}

function spend(call: MethodCall): Trigger {
  const trigger = call.world.triggers.get(call.args.needed('trigger_id'));
  if (trigger === undefined) throw new ApiError('invalid_trigger_id');
  if (call.world.now() - trigger.at > TRIGGER_MS) throw new ApiError('expired_trigger_id');
  if (trigger.used) throw new ApiError('exchanged_trigger_id');
  trigger.used = true;
  return trigger;
}

export function openView(
  world: World,
  user: string,
  team: string,
  view: Json,
  previous?: OpenView,
): OpenView {
  const id = newId(world, 'V');
  const opened: OpenView = {
    id,
    user,
    team,
    hash: newId(world, 'h'),
    view,
    errors: {},
    root: previous?.root ?? id,
    state: 'open',
    ...(previous === undefined ? {} : { previous: previous.id }),
  };
  world.views.set(id, opened);
  return opened;
}

export function changeView(world: World, opened: OpenView, view: Json): void {
  opened.view = view;
  opened.errors = {};
  opened.hash = newId(world, 'h');
}

export function viewJson(opened: OpenView, values: Json = {}, app = ''): Json {
  return {
    close: null,
    submit: null,
    private_metadata: '',
    callback_id: '',
    clear_on_close: false,
    notify_on_close: false,
    external_id: '',
    ...opened.view,
    id: opened.id,
    team_id: opened.team,
    app_id: app,
    app_installed_team_id: opened.team,
    hash: opened.hash,
    state: { values },
    root_view_id: opened.root,
    previous_view_id: opened.previous ?? null,
  };
}

export const views: Readonly<Record<string, Method>> = {
  'views.open': {
    args: ['trigger_id', 'view', 'interactivity_pointer'],
    run(call) {
      const view = checkView(call.args.json('view'));
      const { user, team } = spend(call);
      return { view: viewJson(openView(call.world, user, team, view)) };
    },
  },
  'views.push': {
    args: ['trigger_id', 'view', 'interactivity_pointer'],
    run(call) {
      const view = checkView(call.args.json('view'));
      const { user, team } = spend(call);
      const top = [...call.world.views.values()].findLast(
        (open) => open.user === user && open.state === 'open',
      );
      if (top === undefined) throw new ApiError('not_found');
      return { view: viewJson(openView(call.world, user, team, view, top)) };
    },
  },
  'views.update': {
    args: ['view_id', 'external_id', 'view', 'hash'],
    run(call) {
      const view = checkView(call.args.json('view'));
      const opened = call.world.views.get(call.args.needed('view_id'));
      if (opened === undefined || opened.state !== 'open') throw new ApiError('not_found');
      const hash = call.args.text('hash');
      if (hash !== undefined && hash !== opened.hash) throw new ApiError('hash_conflict');
      changeView(call.world, opened, view);
      return { view: viewJson(opened) };
    },
  },
};
