import { randomUUID } from 'node:crypto';

/** First bytes of real files. */
export const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
export const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]);

/** The service documentation's own request. */
export const exampleRequest = {
  model: 'mj-v7-upload-paint',
  prompt: 'Beautiful mountain scenery background',
  image_urls: ['https://example.com/photo.jpg'],
  model_params: {
    mask: { areas: [{ width: 100, height: 100, points: [10, 10, 10, 100, 100, 100, 100, 10] }] },
    canvas: { width: 1024, height: 1024 },
    img_pos: { width: 512, height: 512, x: 256, y: 256 },
    speed: 'fast',
  },
};

export const exampleTask = {
  created: 1757165031,
  id: 'task-unified-1757165031-mjv7',
  model: 'mj-v7-upload-paint',
  object: 'image.generation.task',
  progress: 0,
  status: 'pending',
  task_info: { can_cancel: true, estimated_time: 45 },
  type: 'image',
  usage: { billing_rule: 'per_call', credits_reserved: 1.8, user_group: 'default' },
};

export const exampleUpload = {
  success: true,
  code: 200,
  msg: 'ok',
  data: {
    file_id: 'file-1',
    file_name: 'photo.png',
    original_name: 'photo.png',
    file_size: 12,
    mime_type: 'image/png',
    upload_path: 'images',
    file_url: 'https://files.example.com/photo.png',
    download_url: 'https://files.example.com/photo.png?download',
    upload_time: '2025-09-06T13:23:51Z',
    expires_at: '2025-09-09T13:23:51Z',
  },
};

/** Of a create that is like no other. */
export function createHeaders(): Record<string, string> {
  return { 'content-type': 'application/json', 'x-generation-id': randomUUID() };
}
