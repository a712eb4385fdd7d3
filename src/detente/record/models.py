"""The tables. Human rows hang on an article and a span of it, never on a derived row, so recoding cannot lose them."""

from __future__ import annotations

from django.db import models


class Article(models.Model):
    """One dated text. ``published`` keeps the zone as stated (ISO text); ``day`` is there to sort and filter by."""

    id = models.CharField(primary_key=True, max_length=64)
    title = models.TextField()
    text = models.TextField()
    published = models.CharField(max_length=40, blank=True)
    day = models.DateField(null=True, db_index=True)
    source = models.TextField(blank=True)
    url = models.TextField(blank=True)
    author = models.TextField(blank=True)
    photo_credit = models.TextField(blank=True)
    language = models.CharField(max_length=16)
    category = models.TextField(blank=True)
    kind = models.CharField(max_length=16)
    file = models.TextField(blank=True)
    duplicate_of = models.CharField(max_length=64, null=True)


class SourceFile(models.Model):
    """A file that was read, so that an unchanged one is not read again. ``problems``: [{what, hint, fatal}]."""

    path = models.TextField(unique=True)
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    outcome = models.CharField(max_length=16)
    reader = models.CharField(max_length=64)
    problems = models.JSONField(default=list)


class ArticleSource(models.Model):
    """A place an article was seen: the file it stood in, and the outlet and address it names."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="places")
    file = models.TextField()
    source = models.TextField(blank=True)
    url = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("article", "file"), name="one_place_a_file"),)
        indexes = (models.Index(fields=("file",)),)


class Coding(models.Model):
    """Derived: all one version of the coder took from one article."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="codings")
    coder = models.CharField(max_length=200)
    payload = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("article", "coder"), name="one_coding_a_version"),)


class Told(models.Model):
    """Derived: an event, assessment or forecast, merged from all articles that tell of it. Rows of the version that the fact "derived
    version" names stand; others are being written by a run or left by one that was killed."""

    key = models.CharField(max_length=64)
    version = models.CharField(max_length=300)
    payload = models.JSONField()
    date_start = models.DateField(null=True, db_index=True)
    date_end = models.DateField(null=True)
    mentions = models.IntegerField()
    place = models.IntegerField()  # the order the merge gave

    class Meta:
        abstract = True
        constraints = (models.UniqueConstraint(fields=("version", "place"), name="%(class)s_one_place_a_version"),)


class Event(Told):
    """Derived: who did what to whom. ``actor`` and ``recipient``: codes, each between spaces, to search by."""

    actor = models.TextField()
    recipient = models.TextField()
    plover = models.CharField(max_length=16, db_index=True)
    cameo = models.CharField(max_length=8)
    intensity = models.FloatField()
    realis = models.CharField(max_length=16)

    class Meta(Told.Meta):
        indexes = (models.Index(fields=("key",)),)


class Assessment(Told):
    """Derived: a sentence that characterises a relation."""

    sides = models.TextField()
    direction = models.CharField(max_length=16)


class Forecast(Told):
    """Derived: a sentence about what will or may happen."""

    sides = models.TextField()


class Series(models.Model):
    """Derived: the level of a relation or category, day by day, as known on ``as_of``. ``source``: see ``Status.source``."""

    name = models.TextField()
    source = models.CharField(max_length=64, default="articles")
    as_of = models.DateField()
    version = models.CharField(max_length=300)
    points = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("name", "source", "as_of", "version"), name="one_series_a_version"),)


class MachineStatus(models.Model):
    """Derived: what the machine said of a relation or category, as of a day."""

    name = models.TextField()
    kind = models.CharField(max_length=16)
    source = models.CharField(max_length=64, default="articles")
    as_of = models.DateField()
    version = models.CharField(max_length=300)
    change = models.CharField(max_length=16)
    place = models.IntegerField()
    payload = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("name", "kind", "source", "as_of", "version"), name="one_status_a_version"),)


class ImportedTable(models.Model):
    """A published event table in the desk. Its rows are Parquet files in the folder ``path`` (relative to the desk).

    ``parts``: [{"part": file, "rows", "rejected", "sha256", "files": [{"name", "sha256", "rows"}]}], one for each import. ``sha256``:
    over all parts. ``version``: of the importer. ``state``: what a filter over the table keeps, so that a new day does not mean the past
    anew."""

    name = models.CharField(max_length=64, unique=True)
    path = models.TextField()
    sha256 = models.CharField(max_length=64)
    format = models.CharField(max_length=16)
    version = models.CharField(max_length=64)
    rows = models.BigIntegerField()
    rejected = models.BigIntegerField()
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    imported_at = models.DateTimeField()
    parts = models.JSONField(default=list)
    state = models.BinaryField(default=bytes)


class Fact(models.Model):
    """A key and a value about the record itself, such as the version that made the derived rows."""

    key = models.CharField(primary_key=True, max_length=64)
    value = models.TextField()


class Decision(models.Model):
    """Who decided, when and why. Nothing is ever deleted: a decision is withdrawn."""

    user = models.TextField()
    made_at = models.DateTimeField()
    reason = models.TextField()
    from_date = models.DateField()  # counts for every as-of day from here on
    withdrawn = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class Correction(Decision):
    """A human's word on a coding, anchored to a span of an article's title or text."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="corrections")
    field = models.CharField(max_length=8)
    start = models.IntegerField()
    end = models.IntegerField()
    quote = models.TextField()
    action = models.CharField(max_length=16)
    payload = models.JSONField(default=dict)


class Review(models.Model):
    """That somebody let an article's coding stand, or one thing in it (span and aim); withdrawn, never deleted. See `decisions.Review`."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="reviews")
    field = models.CharField(max_length=8, blank=True)
    start = models.IntegerField(null=True)
    end = models.IntegerField(null=True)
    aim = models.TextField(blank=True)
    coding = models.CharField(max_length=16)
    user = models.TextField()
    made_at = models.DateTimeField()
    withdrawn = models.DateTimeField(null=True)


class Override(Decision):
    """An editor's status of a relation or category, beside the machine's, never over it. Append-only, by triggers: what ends it before
    ``until_date`` is a row of `OverrideWithdrawal`."""

    withdrawn = None
    name = models.TextField(db_index=True)
    kind = models.CharField(max_length=16)
    change = models.CharField(max_length=16)
    until_date = models.DateField(null=True)


class OverrideWithdrawal(models.Model):
    """Who took an override back, when and why. Append-only. ``user`` and ``reason`` are empty where version 0.3 did not keep them."""

    override = models.OneToOneField(Override, on_delete=models.PROTECT, related_name="withdrawal")
    user = models.TextField(blank=True)
    made_at = models.DateTimeField()
    reason = models.TextField(blank=True)


class ForecastEntry(models.Model):
    """A forecast as it was published. Append-only: how it came out stands in `ForecastResolution`.

    ``name``: the category or relation. ``made_at``: when its author made it; ``entered_at``: when it came into the ledger, through
    ``user``. ``unchanged``: how it comes out if nothing changes. ``article`` to ``quote``: where the coder found one that was adopted."""

    name = models.TextField(db_index=True)
    statement = models.TextField()
    probability = models.FloatField(null=True)
    horizon_start = models.DateField(null=True)
    horizon_end = models.DateField(null=True, db_index=True)
    criterion = models.TextField(blank=True)
    unchanged = models.CharField(max_length=8, default="no")
    author = models.TextField(blank=True, db_index=True)
    analysis = models.TextField(blank=True, db_index=True)
    user = models.TextField()
    made_at = models.DateTimeField()
    entered_at = models.DateTimeField(null=True)
    article = models.ForeignKey(Article, on_delete=models.PROTECT, null=True, related_name="adopted_forecasts")
    field = models.CharField(max_length=8, blank=True)
    start = models.IntegerField(null=True)
    end = models.IntegerField(null=True)
    quote = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("article", "field", "start", "end"), name="one_adoption_a_span"),)


class ForecastResolution(models.Model):
    """How a forecast came out, by whose word and on what evidence. Append-only; of several, the latest stands."""

    forecast = models.ForeignKey(ForecastEntry, on_delete=models.PROTECT, related_name="resolutions")
    outcome = models.CharField(max_length=8)
    evidence = models.TextField()
    article = models.CharField(max_length=64, blank=True)
    event = models.CharField(max_length=64, blank=True)
    reason = models.TextField(blank=True)
    user = models.TextField()
    made_at = models.DateTimeField()


class Analysis(models.Model):
    """An article the desk wrote itself, as it was last published. ``page_number``: of the page its editors write on; ``text``: cleaned
    HTML; ``page``: what else stands on it, as `record/analyses.py` packs it; ``withdrawn``: when it was taken off the pages."""

    slug = models.SlugField(max_length=200, unique=True)
    category = models.TextField()
    title = models.TextField()
    text = models.TextField()
    user = models.TextField()
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    page_number = models.BigIntegerField(null=True, unique=True)
    page = models.JSONField(default=dict)
    withdrawn = models.DateTimeField(null=True)


class PublishedStatus(models.Model):
    """A status as it stood on a page when it was published: kept, whatever the machine says later. ``payload``: the status shown, and what
    the machine said."""

    analysis = models.ForeignKey(Analysis, on_delete=models.PROTECT, null=True, related_name="statuses")
    name = models.TextField()
    kind = models.CharField(max_length=16)
    as_of = models.DateField()
    published_at = models.DateTimeField()
    version = models.CharField(max_length=300)
    payload = models.JSONField()


class CitedStatus(models.Model):
    """A status of a day as it was when somebody kept it to cite it. Append-only: a later answer for the same day is a row of its own.

    ``name``: as its address has it, of a category the slug. ``key``: made from what it says, by
    `detente.pages.explore.cited`; ``version``: of the machine that said it; ``payload``: the status shown, the machine's, and the drivers
    in words."""

    name = models.TextField()
    kind = models.CharField(max_length=16)
    as_of = models.DateField()
    key = models.CharField(max_length=16)
    made_at = models.DateTimeField(db_index=True)
    version = models.CharField(max_length=300)
    payload = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("name", "kind", "as_of", "key"), name="one_citation_an_answer"),)


from detente.record.search.models import SearchDocument, SearchText  # noqa: E402, F401 - tables of this app, beside their code
