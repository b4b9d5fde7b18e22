const [lineFeed, carriageReturn, space, greater, equals] = [0x0a, 0x0d, 0x20, 0x3e, 0x3d];

/**
 * Works around a fault of postal-mime 4 with `format=flowed`: it joins a quoted line that ends in a space to the reply below it,
 * where RFC 3676 (4.5) ends a paragraph at a change of quote depth. Strips trailing spaces from quoted lines, also when
 * quoted-printable wrote them as `=20`. Other mails come back as they are. Not healed: flowed text in base64.
 */
export function healFlowed(bytes: Uint8Array): Uint8Array {
  const latin1 = new TextDecoder('latin1').decode(bytes);
  if (!/\bformat\s*=\s*"?flowed/i.test(latin1)) return bytes;
  const printable = /content-transfer-encoding\s*:\s*quoted-printable/i.test(latin1);

  const healed = new Uint8Array(bytes.length);
  let length = 0;
  let wrapped = false;
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(lineFeed, start);
    const next = feed < 0 ? bytes.length : feed + 1;
    let end = feed < 0 ? next : feed > start && bytes[feed - 1] === carriageReturn ? feed - 1 : feed;
    const contentEnd = end;
    const quoted: boolean = wrapped || bytes[start] === greater;
    if (quoted) end = withoutSpaces(bytes, start, end, printable);
    // A quoted line that quoted-printable broke off with `=` goes on in the next one.
    wrapped = quoted && printable && contentEnd > start && bytes[contentEnd - 1] === equals;
    for (const part of [bytes.subarray(start, end), bytes.subarray(contentEnd, next)]) {
      healed.set(part, length);
      length += part.length;
    }
    start = next;
  }
  return healed.subarray(0, length);
}

function withoutSpaces(bytes: Uint8Array, start: number, from: number, printable: boolean): number {
  let end = from;
  for (;;) {
    if (end > start && bytes[end - 1] === space) end -= 1;
    else if (
      printable &&
      end - 3 >= start &&
      bytes[end - 3] === equals &&
      bytes[end - 2] === 0x32 &&
      bytes[end - 1] === 0x30
    )
      end -= 3;
    else return end;
  }
}
