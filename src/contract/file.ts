import { z } from './zod.ts';

/** The response of `POST /api/v1/files/upload/stream`. `file_url` is public and goes into a request. */
export const uploadResponseSchema = z.looseObject({
  success: z.literal(true),
  code: z.literal(200),
  msg: z.string(),
  data: z.looseObject({
    file_id: z.string(),
    file_name: z.string(),
    original_name: z.string(),
    file_size: z.int(),
    mime_type: z.string(),
    upload_path: z.string(),
    file_url: z.string(),
    download_url: z.string(),
    upload_time: z.string(),
    expires_at: z.string(),
  }),
});
export type UploadResponse = z.infer<typeof uploadResponseSchema>;

/** What the proxy answers to `POST /api/files`: where the service put the file, and until when (ISO 8601). */
export const uploadedFileSchema = z.object({ url: z.string(), expiresAt: z.string() });
export type UploadedFile = z.infer<typeof uploadedFileSchema>;
