import {
  answerInteraction,
  callbackJson,
  deleteAnswer,
  editAnswer,
  followUp,
  messageOf,
  webhookOf,
} from '../interactions.ts';
import { messageJson } from '../payloads.ts';
import type { Route } from '../route.ts';

export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/:interaction/:token/callback',
    isOpen: true,
    handle: ({ world, params, query, body, files }) => {
      const interaction = answerInteraction(world, params.interaction!, params.token!, { body, files });
      if (query.with_response !== 'true') return {};
      const message = interaction.original;
      return {
        body: {
          interaction: callbackJson(interaction),
          resource: {
            type: interaction.response?.type,
            ...(message && { message: messageJson(world, message) }),
          },
        },
      };
    },
  },
  {
    method: 'POST',
    path: '/webhooks/:application/:token',
    isOpen: true,
    handle: ({ world, params, body, files }) => {
      const interaction = webhookOf(world, params.application!, params.token!);
      return { body: messageJson(world, followUp(world, interaction, body, files)) };
    },
  },
  {
    method: 'GET',
    path: '/webhooks/:application/:token/messages/:message',
    isOpen: true,
    handle: ({ world, params }) => {
      const interaction = webhookOf(world, params.application!, params.token!);
      return { body: messageJson(world, messageOf(world, interaction, params.message!)) };
    },
  },
  {
    method: 'PATCH',
    path: '/webhooks/:application/:token/messages/:message',
    isOpen: true,
    handle: ({ world, params, body, files }) => {
      const interaction = webhookOf(world, params.application!, params.token!);
      const message = messageOf(world, interaction, params.message!);
      return { body: messageJson(world, editAnswer(world, message, body, files)) };
    },
  },
  {
    method: 'DELETE',
    path: '/webhooks/:application/:token/messages/:message',
    isOpen: true,
    handle: ({ world, params }) => {
      const interaction = webhookOf(world, params.application!, params.token!);
      deleteAnswer(world, interaction, messageOf(world, interaction, params.message!));
      return {};
    },
  },
];
