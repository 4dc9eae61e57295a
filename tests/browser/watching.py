"""What a page does behind the reader's back: requests to others, faults in the console, things it keeps."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

KEPT = """async () => [
    ...Object.keys(localStorage), ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map((each) => each.name), ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map((each) => each.scope),
]"""


@dataclass
class Watch:
    """Listens to a page for as long as it is open. `home` is where the site stands, with a slash at its end."""

    page: Page
    home: str
    heard: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._request)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.heard.append(f"a script stopped: {error}"))

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.heard.append(f"asks another host: {request.url}; serve it from the site itself, or take it out")

    def _console(self, message: ConsoleMessage) -> None:
        # Violations of the content security policy arrive here too. The 404 page is asked for on purpose.
        if message.type in ("error", "warning") and not _asked_for(message):
            self.heard.append(f"{message.type} in the console: {message.text} ({message.location.get('url')})")

    def faults(self) -> list[str]:
        """What was heard since the last time."""
        heard, self.heard = list(dict.fromkeys(self.heard)), []
        return heard


def _asked_for(message: ConsoleMessage) -> bool:
    return "404 (" in message.text and message.location.get("url", "").endswith("/404-on-purpose/")


def kept(context: BrowserContext, page: Page) -> set[str]:
    """The names of all that the site keeps in this browser: cookies, storage, databases, caches, service workers."""
    return {f"cookie {each.get('name')}" for each in context.cookies()} | set(page.evaluate(KEPT))
