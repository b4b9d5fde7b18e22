import type { Intent } from './intents';

const scripts: readonly (readonly [string, RegExp])[] = [
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Chinese', /\p{Script=Han}/gu],
  ['Korean', /\p{Script=Hangul}/gu],
  ['Russian or Ukrainian', /\p{Script=Cyrillic}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Hindi', /\p{Script=Devanagari}/gu],
];

const smallWords: Readonly<Record<string, string>> = {
  German:
    'ich und der die das nicht ist bitte meine meinen mein wo wie mit für auf ein eine einen habe wurde sie wir von zu dem den noch schon seit bestellung guten tag hallo grüße danke kann können',
  French:
    'je et le la les est pas ma mon mes pour une un avec vous nous des du que qui bonjour merci commande où est-ce suis voudrais sur dans ai cordialement votre',
  Spanish:
    'yo y el la los las no es mi mis por para una un con que de del hola gracias pedido dónde está quiero quisiera favor he ha buenos días su sus muy',
  Italian:
    'io e il lo la gli non è mio mia per una un con che di del buongiorno grazie ordine dove vorrei ho ha sono mi salve cordiali saluti questo',
  Portuguese:
    'eu e o a os as não é meu minha para uma um com que de do da olá obrigado obrigada encomenda pedido onde está quero gostaria por favor bom dia',
  Dutch:
    'ik en de het niet is mijn voor een met van bestelling waar wanneer graag dank hallo bedankt wil kan heb geen goedemiddag groet te op dat',
  Polish:
    'nie jest moje moja mój zamówienie proszę gdzie kiedy dziękuję dzień dobry czy mam chcę się na do w z i że to',
  Turkish: 've bir bu için siparişim sipariş nerede lütfen merhaba teşekkürler iade istiyorum benim ne zaman değil',
  Scandinavian:
    'jag och är inte min mitt för en ett med det den var hej tack beställning ikke jeg har på til av hvor når bestilling takk vennlig hilsen',
};
const english = new Set(
  (
    'i the to and a my it is you for in of that have not on was this with please order me your can but be are we do if so would from at what when where how ' +
    "will has been still there thanks thank hello hi dear or an as one them they which could don't it's i'm no just get got want like need"
  ).split(' '),
);
const foreign = Object.entries(smallWords).map(([name, words]) => [name, new Set(words.split(' '))] as const);

/** The language of a letter when it is not English; null when it is, or when it is too short to tell. */
export function foreignLanguage(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [name, script] of scripts) if ((text.match(script)?.length ?? 0) > letters * 0.3) return name;
  // The letters of "W1042" are no word.
  const words = (text.toLowerCase().match(/(?<![\p{L}\p{N}#_-])[\p{L}'-]+(?![\p{L}\p{N}_])/gu) ?? []).slice(0, 400);
  const inEnglish = words.filter((word) => english.has(word)).length;
  let best: readonly [string, number] = ['', 0];
  for (const [name, known] of foreign) {
    const hits = words.filter((word) => known.has(word) && !english.has(word)).length;
    if (hits > best[1]) best = [name, hits];
  }
  return best[1] >= 2 && best[1] > inEnglish * 1.2 ? best[0] : null;
}

// Enough of other languages to tell a person what the letter is about; it is never acted on.
const abroad: readonly (readonly [Intent, RegExp])[] = [
  [
    'cancel_order',
    /stornier|storno|annul(?:er|ier|ar|are|er)|cancelar|cancell?are|anulować|anulowa|iptal|avbestill|avbeställ|отмен|скасув|取消|キャンセル|취소|إلغاء/i,
  ],
  [
    'damaged_or_wrong',
    /kaputt|beschädigt|defekt|(?:zer|ge|ab)brochen|gesprungen|\brisse?\b|kratzer|zerkratzt|undicht|tropft|wackelt|funktioniert nicht|geht nicht (?:mehr )?(?:an|auf|zu)|ne (?:marche|fonctionne)|il manque|fissur|fêlé|no funciona|\bfalta(?:n|ba)?\b|rayad|non funziona|\bmanca(?:no)?\b|não funciona|werkt niet|nie działa|çalışmıyor|falsche[nrs]? (?:artikel|ware|größe|farbe)|cassé|endommagé|défectueu|abîmé|roto|rota|dañad|defectuos|equivocad|rotto|rotta|danneggiat|difettos|sbagliat|quebrad|danificad|partid[oa]\b|avariad|kapot|beschadigd|verkeerde|uszkodzon|zepsut|kırık|bozuk|hasarlı|ødelagt|trasig|skadad|сломан|разбит|поврежд|пошкоджен|зламан|坏|破损|壊れ|破損|고장|파손|مكسور|تالف/i,
  ],
  [
    'refund',
    /rückerstatt|erstattung|geld zurück|rembours|reembols|devolución del dinero|mi dinero|rimbors|terugbetal|geld terug|zwrot pieniędzy|para iadesi|refusjon|återbetal|вернуть деньги|возврат (?:денег|средств)|повернути гроші|退款|返金|환불|استرداد/i,
  ],
  [
    'exchange',
    /umtausch|tauschen|échang|cambiar (?:por|la talla)|cambio de talla|sostitu|cambiare|trocar|troca\b|ruilen|omruilen|wymian|wymien|değişim|bytte|byta|обмен|换货|交換|교환|استبدال/i,
  ],
  [
    'return',
    /zurück(?:senden|schicken|geben)|rücksend|retour|widerruf|renvoyer|retourner|devolver|devolución|restitu|\breso\b|devolver|terugsturen|retourneren|zwróci|zwrot|iade|returnere|returnera|вернуть|возврат|повернути|退货|返品|반품|إرجاع/i,
  ],
  [
    'change_address',
    /adresse? (?:ändern|geändert|falsch)|neue (?:liefer)?adresse|umgezogen|changer (?:l'|mon )?adresse|nouvelle adresse|déménag|(?:cambiar|nueva) (?:la |mi )?dirección|direcci[oó]n (?:de entrega|nueva)|me he mudado|(?:nuovo|cambiare) (?:l')?indirizzo|mudar (?:o )?endereço|novo endereço|(?:nieuw|ander) adres|zmiana adresu|adres(?:im|i) değiş|ny adress|адрес|адреса|地址|住所|주소|عنوان/i,
  ],
  [
    'invoice_payment',
    /rechnung|facture|factura|fattura|fatura|factuur|faktur|счет-фактур|рахунок|abgebucht|doppelt|prélev|cobrad|addebit|发票|請求書|領収書|영수증|فاتورة/i,
  ],
  [
    'account',
    /passwort|kennwort|mot de passe|contraseña|\bsenha\b|wachtwoord|hasło|şifre|passord|lösenord|пароль|konto löschen|密码|パスワード|비밀번호/i,
  ],
  [
    'order_status',
    /wo (?:ist|bleibt)|wann (?:kommt|wird)|nicht (?:angekommen|erhalten)|noch nicht|où (?:est|en est)|pas (?:encore )?(?:reçu|arriv)|quand|dónde está|no ha llegado|cuándo|aún no|dov'è|non è (?:ancora )?arrivat|quando (?:arriv|chega)|onde está|não (?:chegou|recebi)|waar (?:is|blijft)|nog niet|wanneer|gdzie jest|kiedy|nie dotar|nerede|gelmedi|hvor er|var är|где мой|когда|не приш|де мо[єя]|коли|还没|什么时候|哪里|届き|いつ|어디|언제|أين|متى/i,
  ],
  [
    'product_question',
    /verfügbar|vorrätig|auf lager|disponible|en stock|disponibil|disponível|op voorraad|dostępn|stokta|на складе|有货|在庫|재고/i,
  ],
  [
    'complaint',
    /beschwer|enttäuscht|unverschämt|inacceptable|plainte|déçu|queja|inaceptable|decepcion|reclamo|delus|inaccettabile|reclamaç|klacht|skarg|rekl?amac|şikayet|klage|klagom|жалоб|скарг|投诉|苦情|불만|شكوى/i,
  ],
];

/** What a letter in another language seems to be about. */
export function foreignIntents(text: string): Intent[] {
  const found = abroad.filter(([, words]) => words.test(text)).map(([intent]) => intent);
  const returning =
    found.includes('return') && found.includes('refund') ? found.filter((one) => one !== 'return') : found;
  const acts = returning.filter((one) => one !== 'order_status' && one !== 'product_question');
  return acts.length ? acts : found.length ? found : ['other'];
}
