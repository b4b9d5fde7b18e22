const MiB = 1024 * 1024;

/**
 * How much may come in from outside, all in one place. `…Bytes` count bytes, `…Chars` UTF-16 units, `depth` levels of nesting, the rest
 * things. Whoever opens a door imports its cap from here, and says in words what was too much.
 */
export const caps = {
  /** One mail file, and what is kept of its parts: the shape of a letter (contracts/personal.ts). */
  mailBytes: 10 * MiB,
  letter: {
    name: 200,
    address: 320,
    subject: 1000,
    text: 200_000,
    messageId: 1000,
    file: 300,
    type: 200,
    attachments: 1000,
  },
  /** Mails of one mailbox that are taken at once; pick the file again for more. */
  mailboxMails: 50_000,
  /** Files that are dropped, picked or opened at once, and what is kept of a file's name. */
  filesAtOnce: 200,
  fileNameChars: 300,
  /** An exported world. */
  export: { lineChars: 8_000_000, depth: 24, events: 5_000_000, eventsPerCommit: 10_000, readers: 1000 },
  /** What other apps share: one parcel, and how many of them wait. */
  shared: { bytes: 50 * MiB, files: 20, textChars: 20_000, urlChars: 2000, parcels: 10 },
  /** The part of an address after the hash. */
  addressChars: 2000,
  /** What a browser kept of this visitor's preferences. */
  settingsChars: 2000,
  /** What tabs and threads say to each other, bytes of files aside. */
  message: { depth: 16, values: 200_000 },
  /** A text beside the log that is read as JSON: a letter, a profile, a transcript. */
  sideText: { chars: 8_000_000, depth: 24 },
  /** What a model answers. */
  modelOutput: { chars: 50_000, depth: 16 },
} as const;
