"""The index of the search: documents by Django, their words by the database's own full text."""

import django.db.models.deletion
from django.db import migrations, models


def make_words(apps, schema_editor):
    from detente.record.search import postgres, sqlite

    statements = postgres.MAKE if schema_editor.connection.vendor == "postgresql" else (sqlite.MAKE,)
    for statement in statements:
        schema_editor.execute(statement)


def drop_words(apps, schema_editor):
    from detente.record.search import sqlite

    schema_editor.execute(sqlite.DROP)


class Migration(migrations.Migration):
    dependencies = [("record", "0008_cited_statuses")]

    operations = [
        migrations.CreateModel(
            name="SearchDocument",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=300, unique=True)),
                ("digest", models.CharField(max_length=32)),
                ("kind", models.CharField(max_length=16)),
                ("moment", models.CharField(blank=True, max_length=40)),
                ("title", models.TextField()),
                ("whole", models.BooleanField()),
                ("public", models.BooleanField()),
                ("desk", models.BooleanField()),
                ("article", models.CharField(blank=True, max_length=64)),
                ("source", models.TextField(blank=True)),
                ("language", models.CharField(blank=True, max_length=16)),
                ("categories", models.TextField(blank=True)),
                ("actors", models.TextField(blank=True)),
                ("relations", models.TextField(blank=True)),
                ("classes", models.TextField(blank=True)),
                ("realis", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="SearchText",
            fields=[
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="text",
                        serialize=False,
                        to="record.searchdocument",
                    ),
                ),
                ("body", models.TextField()),
            ],
        ),
        migrations.RunPython(make_words, drop_words),
    ]
