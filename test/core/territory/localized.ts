import { z } from 'zod';

/** Written in both languages: the Chinese in full-width punctuation, with a space between it and Latin words. */
export const localized = z
  .strictObject({ en: z.string().min(1), 'zh-Hant': z.string().min(1) })
  .refine(
    (words) => !/[\u4e00-\u9fff][,;:!?](?:\s|[\u4e00-\u9fff])/u.test(words['zh-Hant']),
    'half-width punctuation after Chinese',
  )
  .refine(
    (words) => !/[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]/u.test(words['zh-Hant']),
    'no space between Chinese and Latin',
  );
