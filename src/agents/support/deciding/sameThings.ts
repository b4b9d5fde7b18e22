/** What people call the same kind of thing. A word of a group stands for all of its words. */
const groups = [
  'suitcase trolley luggage baggage',
  'bookcase bookshelf shelf shelves',
  'couch sofa settee',
  'jigsaw puzzle',
  'bike bicycle cycle',
  'tv television telly',
  'phone smartphone cellphone mobile handset',
  'earbuds earphones earpods headphones headset',
  'trainers sneakers',
  'tee tshirt',
  'hoover vacuum',
  'barbecue barbeque bbq grill',
  'jumper sweater pullover',
  'trousers pants',
  'torch flashlight',
  'rucksack backpack',
  'coat jacket anorak parka',
  'quilt duvet comforter',
  'rug carpet',
  'fridge refrigerator',
  'cologne perfume fragrance scent',
  'flask bottle',
  'ereader reader kindle',
  'timepiece watch wristwatch',
  'cam camera webcam',
  'scooter kickboard',
  'dumbbells weights dumbbell',
].map((group) => group.split(' '));

// Names of two words.
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\bcoffee[- ]machines?\b/gi, ' $& espresso machine coffee maker '],
  [/\b(?:t|tee)[- ]shirts?\b/gi, ' $& tshirt tee '],
  [/\b(\d+)[- ]?mega[- ]?pixels?\b/gi, ' $& $1mp '],
  [/\be-?(?:book )?readers?\b/gi, ' $& ereader '],
];

/** A text with the other words for each thing it names added at its end; the words it has stay where they are. */
export function withSynonyms(text: string): string {
  const spelled = phrases.reduce((so, [phrase, all]) => so.replace(phrase, all), text);
  const words = new Set(spelled.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const has = (word: string) => words.has(word) || words.has(`${word}s`) || words.has(word.replace(/s$/, ''));
  return [spelled, ...groups.filter((group) => group.some(has)).flat()].join(' . ');
}
