/** Whether the web server sends a content policy with its files; null when it cannot be asked, as without a network. */
export async function sendsPolicy(): Promise<boolean | null> {
  if (!navigator.onLine) return null;
  try {
    // The service worker answers no such question: this goes to the server.
    const answer = await fetch('./', { method: 'HEAD', cache: 'no-store' });
    return answer.ok ? answer.headers.has('content-security-policy') : null;
  } catch {
    return null;
  }
}
