import { findDoNotContact, readSubmissions, trainModel } from '@kotae/classification';
import { Unrepeatable, type ReactionHandlers, type TogetherHandlers } from '@kotae/jobs';
import { classNamesOf } from '@kotae/kernel';
import { acknowledgementMail, replyMail } from '@kotae/mail';
import { readCitySettings, readTopics, trainingAlone } from '@kotae/persistence';
import { makeReceiptCode, receiptNumber } from '@kotae/submission';
import { markReplyFailed, markReplySent } from '@kotae/casework';
import { mailUnseen } from './unseen-alarm';
import { mailUrgent, tellTheDesk } from './urgency-alarm';
import type { Workshop } from './workshop';

/** Event → use case. The worker's table of contents. */
export function reactions(shop: Workshop): ReactionHandlers {
  return {
    suggest: ({ payload }) => suggest(shop, [payload.submissionId]),

    acknowledge: async ({ eventId, payload }) => {
      const letter = await shop.mails.toAcknowledge(payload.submissionId);
      if (letter?.email == null || letter.registeredByStaff || findDoNotContact(letter.body) !== null) return;
      const city = await readCitySettings(shop.source);
      await shop.mailer.send({
        to: letter.email,
        messageId: shop.messageId(eventId, 'acknowledge'),
        ...acknowledgementMail({
          cityName: city.name,
          deskName: city.deskName,
          deskPhone: city.deskPhone,
          receiptNumber: receiptNumber(letter.fiscalYear, letter.receiptSerial),
          receiptCode: makeReceiptCode(shop.secret, letter.idempotencyKey),
          receivedOn: letter.receivedOn,
          replyDueOn: letter.dueOn,
          statusUrl: `${city.portalUrl}/status`,
        }),
      });
    },

    'tell-the-desk': ({ payload }) => tellTheDesk(shop, [payload.submissionId]),

    'mail-urgent': ({ eventId, payload }) =>
      mailUrgent(shop, payload.submissionId, shop.messageId(eventId, 'mail-urgent')),

    'mail-reply': async ({ eventId, payload }) => {
      const reply = await shop.mails.toReply(payload.replyId);
      if (reply === null || reply.state !== 'sending') return;
      if (reply.email === null || reply.doNotContact) throw new Unrepeatable('no_address_to_reply_to');
      const city = await readCitySettings(shop.source);
      await shop.mailer.send({
        to: reply.email,
        messageId: shop.messageId(eventId, 'mail-reply'),
        ...replyMail({
          ...reply,
          cityName: city.name,
          deskName: city.deskName,
          deskPhone: city.deskPhone,
          receiptNumber: receiptNumber(reply.fiscalYear, reply.receiptSerial),
          recipientName: reply.name,
        }),
      });
      await markReplySent(shop.casework, payload.replyId);
    },

    'alarm-unseen': ({ eventId, payload }) =>
      mailUnseen(shop.source, shop.mailer, payload.day, shop.messageId(eventId, 'alarm-unseen')),

    'read-again': () => shop.readUnsortedAgain(),

    'train-model': async () => {
      const topics = await readTopics(shop.source);
      const { classes } = await readCitySettings(shop.source);
      const letters = await shop.letters();
      const stored = await trainingAlone(shop.source, () =>
        trainModel({ ...shop.training, topics, letters, classNames: classNamesOf(classes) }),
      );
      if (stored.active) await shop.readUnsortedAgain();
    },
  };
}

/** The same for many letters of a moment. */
export function reactionsTogether(shop: Workshop): TogetherHandlers {
  return {
    suggest: async (delivered) => {
      await suggest(
        shop,
        delivered.map(({ payload }) => payload.submissionId),
      );
      return new Set(delivered.map(({ eventId }) => eventId));
    },

    'tell-the-desk': async (delivered) => {
      await tellTheDesk(
        shop,
        delivered.map(({ payload }) => payload.submissionId),
      );
      return new Set(delivered.map(({ eventId }) => eventId));
    },
  };
}

async function suggest(shop: Workshop, submissionIds: readonly string[]): Promise<void> {
  const { model, topics } = await shop.modelInUse.current();
  await readSubmissions({ ...shop.reading, model, topics }, submissionIds);
  for (const id of submissionIds) shop.secondVoice?.hearLater(id);
}

/** What the desk is shown when a reaction failed for good; the failed list has the rest. */
export function givenUp(shop: Workshop): Partial<ReactionHandlers> {
  return { 'mail-reply': ({ payload }) => markReplyFailed(shop.casework, payload.replyId) };
}
