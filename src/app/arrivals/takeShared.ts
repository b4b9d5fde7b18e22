import { caps } from '../../kernel';
import { shareDoor, type Refusal } from './shareDoor';

/**
 * Takes what another app shares (a posted form with files, or words in the address), keeps it unread, and opens the shop, which shows it.
 * Any site can post here, so nothing is more than kept, and of that not much: a person decides what comes in.
 */
export async function takeShared(request: Request, scope: string): Promise<Response> {
  const refused = await keep(request, scope).catch((): Refusal => 'not-kept');
  return Response.redirect(new URL(refused ? `./?refused=${refused}` : './', scope).href, 303);
}

async function keep(request: Request, scope: string): Promise<Refusal | null> {
  const door = await caches.open(shareDoor(scope));
  if ((await door.keys()).length >= caps.shared.parcels) return 'too-many';
  const parcel = request.method === 'POST' ? await posted(request) : fromAddress(new URL(request.url));
  if (!parcel) return 'too-large';
  await door.put(new URL(`shared/${crypto.randomUUID()}`, scope), parcel);
  return null;
}

async function posted(request: Request): Promise<Response | null> {
  const body = await request.blob();
  if (body.size > caps.shared.bytes) return null;
  return new Response(body, { headers: { 'Content-Type': request.headers.get('Content-Type') ?? '' } });
}

/** Words in an address, as the form that would have posted them. */
function fromAddress({ searchParams }: URL): Response {
  const form = new FormData();
  for (const name of ['title', 'text', 'url']) form.set(name, searchParams.get(name) ?? '');
  return new Response(form);
}
