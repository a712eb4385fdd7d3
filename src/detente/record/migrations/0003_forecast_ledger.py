"""Forecasts with their resolutions, withdrawals of overrides, and triggers that keep all four tables append-only.

What was there is carried over: an outcome becomes a resolution, a withdrawn forecast a void one, a withdrawn override its withdrawal.
SQLite drops triggers with the table when a later migration makes a table anew: that migration must call `guard` again (a test looks).
"""

import django.db.models.deletion
from django.db import migrations, models

OUTCOMES = {"yes": "yes", "true": "yes", "no": "no", "false": "no"}


def carry_over(apps, schema_editor):
    db = schema_editor.connection.alias
    if schema_editor.connection.vendor == "postgresql":  # else the tables could not be altered after it in the same transaction
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    entry, resolution = apps.get_model("record", "ForecastEntry"), apps.get_model("record", "ForecastResolution")
    override, withdrawal = apps.get_model("record", "Override"), apps.get_model("record", "OverrideWithdrawal")
    for row in override.objects.using(db).exclude(withdrawn=None):
        withdrawal.objects.using(db).create(override=row, made_at=row.withdrawn)
    for row in entry.objects.using(db).all():
        entry.objects.using(db).filter(pk=row.pk).update(author=row.user, entered_at=row.made_at)
        if row.outcome:
            outcome = OUTCOMES.get(row.outcome.lower(), "void")
            resolution.objects.using(db).create(
                forecast=row, outcome=outcome, evidence=f"carried over: {row.outcome}", user=row.user, made_at=row.made_at
            )
        if row.withdrawn:
            resolution.objects.using(db).create(
                forecast=row, outcome="void", evidence="carried over: withdrawn", reason="withdrawn", user=row.user, made_at=row.withdrawn
            )


def add_guards(apps, schema_editor):
    from detente.record.append_only import guard

    for table in ("record_override", "record_overridewithdrawal", "record_forecastentry", "record_forecastresolution"):
        guard(schema_editor, table)


class Migration(migrations.Migration):
    dependencies = [("record", "0002_imported_tables")]

    operations = [
        migrations.CreateModel(
            name="OverrideWithdrawal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("user", models.TextField(blank=True)),
                ("made_at", models.DateTimeField()),
                ("reason", models.TextField(blank=True)),
                (
                    "override",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="withdrawal", to="record.override"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ForecastResolution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("outcome", models.CharField(max_length=8)),
                ("evidence", models.TextField()),
                ("article", models.CharField(blank=True, max_length=64)),
                ("event", models.CharField(blank=True, max_length=64)),
                ("reason", models.TextField(blank=True)),
                ("user", models.TextField()),
                ("made_at", models.DateTimeField()),
                (
                    "forecast",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="resolutions", to="record.forecastentry"),
                ),
            ],
        ),
        migrations.AddField("forecastentry", "criterion", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.AddField("forecastentry", "unchanged", models.CharField(default="no", max_length=8)),
        migrations.AddField("forecastentry", "author", models.TextField(blank=True, db_index=True, default=""), preserve_default=False),
        migrations.AddField("forecastentry", "analysis", models.TextField(blank=True, db_index=True, default=""), preserve_default=False),
        migrations.AddField("forecastentry", "entered_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "forecastentry",
            "article",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="adopted_forecasts", to="record.article"
            ),
        ),
        migrations.AddField("forecastentry", "field", models.CharField(blank=True, default="", max_length=8), preserve_default=False),
        migrations.AddField("forecastentry", "start", models.IntegerField(null=True)),
        migrations.AddField("forecastentry", "end", models.IntegerField(null=True)),
        migrations.AddField("forecastentry", "quote", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.AlterField("forecastentry", "name", models.TextField(db_index=True)),
        migrations.AlterField("forecastentry", "horizon_end", models.DateField(db_index=True, null=True)),
        migrations.AddConstraint(
            "forecastentry", models.UniqueConstraint(fields=("article", "field", "start", "end"), name="one_adoption_a_span")
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.RemoveField("forecastentry", "outcome"),
        migrations.RemoveField("forecastentry", "withdrawn"),
        migrations.RemoveField("override", "withdrawn"),
        migrations.RunPython(add_guards),
    ]
