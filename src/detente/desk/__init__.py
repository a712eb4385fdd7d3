"""The desk: where analysts judge, write and publish. Django and Wagtail over the record; the extra ``detente[desk]``.

How it is laid out. Every noun is an app of its own:

    people/     users, roles, log-in, the audit trail
    site/       the public pages, live: the page dataclasses and templates of detente.pages
    review/     inbox, article view, corrections
    status/     statuses, overrides, ledger, change log
    analyses/   what editors write: Wagtail's pages
    forecasts/  the ledger of forecasts
    subscriptions/  digests by e-mail
    api/        what programs read, and their tokens

and looks like this:

    apps.py     tells Django of it; the label is the folder's name (site's is desk_site)
    urls.py     its addresses, under /desk/NOUN/ (desk/urls.py lists them). Names: ``review:inbox``
    views.py    what is read: one function a page, plain data into a template. It may not write
    actions/    what is written: one verb a file, a frozen dataclass under `detente.desk.action.Action`
    models.py   tables that are Wagtail's, Django's or the desk's alone. Articles, events, statuses, corrections and overrides live in
                the record: read them through `detente.desk.opened.opened_desk()`, write them through that desk's methods
    templates/NOUN/   extend "desk/base.html"; no inline script or style: the Content-Security-Policy forbids both
    static/NOUN/      its own CSS and JS, if any

Who may do what stands in one table, `detente.desk.rights.RIGHTS`. Every view says which right it needs:

    @needs("review")
    def inbox(request): ...

A view that says nothing is refused to everybody (middleware.py), and a test walks every address as every role. ``@public`` opens a view
to all.

A write is an action. It checks the right again, does its work in one transaction, and leaves a row in the audit trail in the same
transaction:

    @dataclass(frozen=True, slots=True)
    class Withdraw(Action):
        right: ClassVar[Right] = "correct"
        verb: ClassVar[str] = "withdrew"
        number: int

        def perform(self) -> Done:
            opened_desk().withdraw("correction", self.number)
            return Done("correction", str(self.number), {"reason": ...})

    Withdraw(request.user, number=7).execute()

A new table: write it in models.py, then

    python -m detente.desk.manage makemigrations NOUN
    python -m detente.desk.schema        # schema.sql, which spares a first start the migrations; a test compares

Tests: tests/desk/NOUN/, with the fixtures of tests/desk/conftest.py (`served`, `as_role`, `live`).

Nothing here writes outside an action, but Wagtail's own admin (which has a log of its own, copied into the trail), and readers who
subscribe and leave: they have no account, and the trail would keep their addresses for good.
"""
