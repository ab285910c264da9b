import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export type Certificate = Readonly<{ cert: string; key: KeyObject }>;

/** A certificate for one host name, signed by itself and valid for years: X.509 in DER (RFC 5280), which Node cannot write. */
export function selfSigned(host: string): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(objectId('550403'), element(0x0c, Buffer.from(host)))));
  const validity = sequence(utcTime('200101000000Z'), utcTime('491231235959Z'));
  const hosts = sequence(element(0x82, Buffer.from(host)));
  const extensions = sequence(sequence(objectId('551d11'), element(0x04, hosts)));
  const body = sequence(
    element(0xa0, integer(2)),
    integer(1),
    ecdsaWithSha256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, extensions),
  );
  const signature = Buffer.concat([Buffer.of(0), sign('sha256', body, privateKey)]);
  const der = sequence(body, ecdsaWithSha256, element(0x03, signature));
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n');
  return { cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`, key: privateKey };
}

const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'));

function element(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function sequence(...parts: Buffer[]): Buffer {
  return element(0x30, Buffer.concat(parts));
}

function set(...parts: Buffer[]): Buffer {
  return element(0x31, Buffer.concat(parts));
}

function integer(value: number): Buffer {
  return element(0x02, Buffer.of(value));
}

function objectId(hex: string): Buffer {
  return element(0x06, Buffer.from(hex, 'hex'));
}

function utcTime(text: string): Buffer {
  return element(0x17, Buffer.from(text));
}
